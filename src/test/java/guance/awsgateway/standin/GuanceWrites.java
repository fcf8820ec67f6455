package guance.awsgateway.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import guance.awsgateway.point.Point;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Judges one write: keeps its points, or refuses the whole body. */
final class GuanceWrites {

    private static final List<String> CATEGORIES = List.of("metric", "custom_object");

    private final GuanceReceiver receiver;
    private final String token;
    private final GuanceStore store;
    private final GuanceViolations violations;
    private volatile Predicate<Point> bad = point -> false;
    private volatile Predicate<Point> held = point -> false;

    GuanceWrites(
            GuanceReceiver receiver, String token, GuanceStore store, GuanceViolations violations) {
        this.receiver = receiver;
        this.token = token;
        this.store = store;
        this.violations = violations;
    }

    /** A body with such a point is refused. */
    void refuse(Predicate<Point> points) {
        bad = points;
    }

    /** A body with such a point is kept, but not answered. */
    void hold(Predicate<Point> points) {
        held = points;
    }

    /**
     * @param raw after gunzip; null where it could not be read
     * @param told whether the sender will get the answer
     */
    GuanceReply answer(
            String category,
            Map<String, String> query,
            Map<String, String> headers,
            byte[] raw,
            boolean told) {
        violations.noteRequest(query, headers);
        if (!CATEGORIES.contains(category)) {
            return GuanceReply.notFound();
        }
        if (receiver == GuanceReceiver.DATAWAY && !token.equals(query.get("token"))) {
            return GuanceReply.error(403, "kodo.tokenNotFound", "token not found");
        }
        if (raw == null) {
            return GuanceReply.error(400, "datakit.decodeBodyFailed", "gzip: invalid header");
        }
        if (raw.length == 0) {
            return GuanceReply.error(400, "datakit.emptyBody", "empty body");
        }
        return keep(category, isJson(headers), raw, told);
    }

    private GuanceReply keep(String category, boolean json, byte[] raw, boolean told) {
        try {
            List<Point> points = json ? GuanceBody.json(raw) : StrictLineProtocol.parse(raw);
            if (points.stream().anyMatch(bad)) {
                throw new IOException("the point is bad");
            }
            violations.noteBatch(points, raw.length);
            boolean silent = points.stream().anyMatch(held);
            store.keep(category, points, told && !silent);
            if (silent) {
                return GuanceReply.none();
            }
            return points.isEmpty()
                    ? GuanceReply.error(400, "datakit.noPoints", "no points")
                    : GuanceReply.accepted();
        } catch (StrictLineProtocol.Refused e) {
            return refused("datakit.invalidLinePoint", e, raw);
        } catch (IOException e) {
            return refused("datakit.invalidJsonPoint", e, raw);
        }
    }

    /** As DataKit does, the message echoes the whole body. */
    private static GuanceReply refused(String code, Exception reason, byte[] raw) {
        return GuanceReply.error(400, code, reason.getMessage() + ": " + new String(raw, UTF_8));
    }

    private boolean isJson(Map<String, String> headers) {
        return receiver == GuanceReceiver.DATAKIT
                && headers.getOrDefault("content-type", "").startsWith("application/json");
    }
}
