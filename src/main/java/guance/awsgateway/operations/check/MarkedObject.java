package guance.awsgateway.operations.check;

import guance.awsgateway.delivery.Dql;
import guance.awsgateway.delivery.FailedInquiryException;
import guance.awsgateway.delivery.Inquiry;
import guance.awsgateway.operations.check.Polling.Seen;
import guance.awsgateway.point.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes an object and reads it back.
 *
 * @param object as the collector makes them, under a measurement of its own so that no count of
 *     APIs is wrong
 */
record MarkedObject(Inquiry inquiry, Polling polling, Point object) {

    private static final String OBJECT = "object";

    /** Guance has columns of its own by these names. */
    private static final Set<String> PLATFORM = Set.of("class", "create_time", "date", "date_ns");

    /**
     * @param like an object of an API
     */
    static MarkedObject of(Inquiry inquiry, Polling polling, Point like, String mark) {
        Map<String, String> tags = new TreeMap<>(like.tags());
        tags.computeIfPresent("class", (key, old) -> MarkedMetric.MEASUREMENT);
        tags.put("run", mark);
        Point object =
                new Point(MarkedMetric.MEASUREMENT, Map.copyOf(tags), like.fields(), like.time());
        return new MarkedObject(inquiry, polling, object);
    }

    Finding finding() throws InterruptedException {
        try {
            inquiry.write("custom_object", object);
            return polling.until(this::read, rows -> !rows.isEmpty())
                    .map(this::compared)
                    .orElseGet(
                            () ->
                                    failed(
                                            "was accepted, and does not come back within two"
                                                    + " minutes; check the workspace's quota"));
        } catch (FailedInquiryException e) {
            return failed(e.getMessage());
        }
    }

    private List<Map<String, Object>> read() throws FailedInquiryException {
        String query =
                "CO::`%s` { `run` = '%s' } LIMIT 1"
                        .formatted(object.measurement(), object.tags().get("run"));
        return inquiry.query(List.of(new Dql(query, Optional.empty()))).get(0);
    }

    private Finding compared(Seen<List<Map<String, Object>>> seen) {
        Map<String, Object> row = seen.answer().get(0);
        List<String> changed = new ArrayList<>();
        new TreeMap<>(object.tags())
                .forEach((key, sent) -> change(key, sent, row.get(key)).ifPresent(changed::add));
        String after = " " + MarkedMetric.seconds(seen.after()) + " after it was written";
        if (changed.isEmpty()) {
            return Finding.ok(
                    ReceiverCheck.GUANCE, OBJECT, "comes back with every tag as sent," + after);
        }
        String words = "comes back%s, but %s".formatted(after, String.join(", ", changed));
        return onlyPlatform(row)
                ? Finding.note(
                        ReceiverCheck.GUANCE, OBJECT, words + "; set objects.platform-tags=false")
                : failed(words);
    }

    private boolean onlyPlatform(Map<String, Object> row) {
        return object.tags().entrySet().stream()
                .filter(
                        tag ->
                                change(tag.getKey(), tag.getValue(), row.get(tag.getKey()))
                                        .isPresent())
                .allMatch(tag -> PLATFORM.contains(tag.getKey()));
    }

    private static Optional<String> change(String key, String sent, Object back) {
        if (back == null) {
            return Optional.of("without " + key);
        }
        return sent.equals(String.valueOf(back))
                ? Optional.empty()
                : Optional.of("with %s %s instead of %s".formatted(key, back, sent));
    }

    private static Finding failed(String words) {
        return Finding.failed(ReceiverCheck.GUANCE, OBJECT, words);
    }
}
