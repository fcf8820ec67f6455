package guance.awsgateway.settings;

import java.time.Duration;

/**
 * How the collector runs and what it tells of itself.
 *
 * @param jitter the most by which a target's schedule is shifted
 * @param maxLag how far a target may lie behind before it counts as unhealthy, above zero
 * @param heartbeatGuance whether its own figures go to Guance
 * @param heartbeatCloudwatch whether they go to CloudWatch, which costs
 */
public record OperationSettings(
        Duration jitter,
        Duration maxLag,
        LogFormat logFormat,
        boolean heartbeatGuance,
        boolean heartbeatCloudwatch) {

    static OperationSettings read(Values values) {
        return new OperationSettings(
                values.value(Key.COLLECTOR_JITTER, Durations.upTo("1d")),
                values.value(Key.HEALTH_MAX_LAG, Durations.positiveUpTo("15d")),
                values.value(Key.LOG_FORMAT, Numbers.choice("text", "json")).equals("json")
                        ? LogFormat.JSON
                        : LogFormat.TEXT,
                values.value(Key.HEARTBEAT_GUANCE, Numbers::yes),
                values.value(Key.HEARTBEAT_CLOUDWATCH, Numbers::yes));
    }
}
