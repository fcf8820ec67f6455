package guance.awsgateway.operations.log;

import java.time.Instant;

/**
 * What was logged, without a stack trace.
 *
 * @param level such as {@code INFO}
 * @param logger its name without the package
 */
public record LogLine(Instant time, String level, String logger, String text) {}
