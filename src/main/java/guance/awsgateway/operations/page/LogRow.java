package guance.awsgateway.operations.page;

import guance.awsgateway.operations.log.LogLine;

/**
 * A line of the log, as JSON.
 *
 * @param at in ISO 8601, UTC
 */
record LogRow(String at, String level, String logger, String message) {

    static LogRow of(LogLine line) {
        return new LogRow(line.time().toString(), line.level(), line.logger(), line.text());
    }
}
