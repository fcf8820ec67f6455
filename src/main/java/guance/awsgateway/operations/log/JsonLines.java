package guance.awsgateway.operations.log;

import static ch.qos.logback.core.encoder.JsonEscapeUtil.jsonEscapeString;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes a log line as one JSON object: {@code level}, {@code threadName}, {@code loggerName},
 * {@code throwable}, null where there is none, {@code time} in UTC, {@code message}, {@code code}
 * of what a user can act on, and {@code run} where a run is what it is about.
 */
final class JsonLines extends JsonEncoder {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    JsonLines() {
        setWithSequenceNumber(false);
        setWithTimestamp(false);
        setWithNanoseconds(false);
        setWithContext(false);
        setWithMarkers(false);
        setWithMDC(false);
        setWithKVPList(false);
        // The message without its arguments; the whole one comes below.
        setWithMessage(false);
        setWithArguments(false);
    }

    @Override
    protected void appendCustomFields(StringBuilder json, ILoggingEvent event) {
        append(json, "time", TIME.format(Instant.ofEpochMilli(event.getTimeStamp())));
        append(json, "message", event.getFormattedMessage());
        if (event.getMarkerList() != null && !event.getMarkerList().isEmpty()) {
            append(json, "code", event.getMarkerList().get(0).getName());
        }
        String run = event.getMDCPropertyMap().get(RunInLog.KEY);
        if (run != null) {
            append(json, "run", run);
        }
    }

    private void append(StringBuilder json, String member, String value) {
        json.append(',');
        appenderMember(json, member, jsonEscapeString(value));
    }
}
