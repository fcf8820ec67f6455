package guance.awsgateway.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import guance.awsgateway.point.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a sender does against the wire contract, though the receiver may let it pass. */
final class GuanceViolations {

    private static final int MAX_POINTS = 1000;
    private static final int MAX_RAW_BYTES = 1 << 20;

    private final GuanceReceiver receiver;
    private final List<String> noted = new ArrayList<>();

    GuanceViolations(GuanceReceiver receiver) {
        this.receiver = receiver;
    }

    synchronized List<String> all() {
        return List.copyOf(noted);
    }

    synchronized void note(boolean violated, String what) {
        if (violated) {
            noted.add(what);
        }
    }

    void noteRequest(Map<String, String> query, Map<String, String> headers) {
        String type = headers.getOrDefault("content-type", "none").toLowerCase(Locale.ROOT);
        boolean text = type.replace(" ", "").equals("text/plain;charset=utf-8");
        boolean json = type.startsWith("application/json") && receiver == GuanceReceiver.DATAKIT;
        note(!text && !json, "Content-Type " + type);
        if (receiver == GuanceReceiver.DATAKIT) {
            note(!"n".equals(query.get("precision")), "no precision=n");
            note(!"1".equals(query.get("ignore_global_host_tags")), "no ignore_global_host_tags=1");
            note(query.containsKey("token"), "a token for DataKit");
        }
    }

    void noteEncoding(boolean said, boolean gzipped) {
        note(said && !gzipped, "Content-Encoding gzip on a body that is not gzip");
        note(!said && gzipped, "a gzip body without Content-Encoding");
    }

    void noteBatch(List<Point> points, int rawBytes) {
        note(rawBytes > MAX_RAW_BYTES, "a raw body of " + rawBytes + " bytes");
        note(points.size() > MAX_POINTS, points.size() + " points in a body");
        points.forEach(this::noteLimits);
    }

    private void noteLimits(Point point) {
        note(point.tags().size() > 256, "more than 256 tags");
        note(point.fields().size() > 1024, "more than 1024 fields");
        for (var tag : point.tags().entrySet()) {
            noteLong("tag key: ", tag.getKey(), tag.getKey(), 256);
            noteLong("value of tag ", tag.getKey(), tag.getValue(), 1024);
        }
        for (var field : point.fields().entrySet()) {
            noteLong("field key: ", field.getKey(), field.getKey(), 256);
            if (field.getValue() instanceof Long) {
                note(true, "an integer field: " + field.getKey());
            }
        }
    }

    private void noteLong(String what, String key, String text, int most) {
        if (text.length() * 3 > most && text.getBytes(UTF_8).length > most) {
            note(true, "a long " + what + key);
        }
    }
}
