package guance.awsgateway.settings;

import java.time.Duration;
import java.time.ZoneId;

/**
 * How assets are collected.
 *
 * @param cron Quartz form
 * @param zone of {@code create_time} and {@code date}
 * @param stages whether each API's stages are read into {@code message}, one call an API
 * @param stagesRefresh how often stages are read, above zero
 * @param platformTags whether {@code class}, {@code create_time}, {@code date} and {@code date_ns}
 *     are sent
 */
public record ObjectSettings(
        String cron, ZoneId zone, boolean stages, Duration stagesRefresh, boolean platformTags) {

    static ObjectSettings read(Values values) {
        return new ObjectSettings(
                values.value(Key.OBJECTS_CRON, Crons::parse),
                values.value(Key.OBJECTS_ZONE, Zones::parse),
                values.value(Key.OBJECTS_STAGES, Numbers::yes),
                values.value(Key.OBJECTS_STAGES_REFRESH, Durations.positiveUpTo("30d")),
                values.value(Key.OBJECTS_PLATFORM_TAGS, Numbers::yes));
    }
}
