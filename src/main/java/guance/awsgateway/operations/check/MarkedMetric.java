package guance.awsgateway.operations.check;

import guance.awsgateway.delivery.Dql;
import guance.awsgateway.delivery.FailedInquiryException;
import guance.awsgateway.delivery.Inquiry;
import guance.awsgateway.operations.check.Polling.Seen;
import guance.awsgateway.point.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a point, reads it back, and writes it with another value.
 *
 * @param mark its tag, which no other point has
 * @param resends whether the collector sends changed points again
 */
record MarkedMetric(Inquiry inquiry, Polling polling, Instant time, String mark, boolean resends) {

    static final String MEASUREMENT = "guance_aws_gateway_verify";

    private static final String POINT = "point";
    private static final String TWICE = "point, sent twice";

    List<Finding> findings() throws InterruptedException {
        List<Finding> found = new ArrayList<>();
        try {
            write(Samples.FIRST);
            Optional<Seen<Samples>> first = polling.until(this::read, Samples::hasAny);
            found.add(first.map(MarkedMetric::seen).orElseGet(MarkedMetric::unseen));
            if (first.isPresent()) {
                write(Samples.SECOND);
                found.add(twice(polling.until(this::read, Samples::hasSecond)));
            }
        } catch (FailedInquiryException e) {
            found.add(Finding.failed(ReceiverCheck.GUANCE, POINT, e.getMessage()));
        }
        return found;
    }

    private void write(double value) throws FailedInquiryException {
        long nanos = time.getEpochSecond() * 1_000_000_000L + time.getNano();
        Map<String, Object> fields = Map.of("value", value);
        inquiry.write("metric", new Point(MEASUREMENT, Map.of("run", mark), fields, nanos));
    }

    private Samples read() throws FailedInquiryException {
        String where = " { `run` = '" + mark + "' }";
        List<List<Map<String, Object>>> answers =
                inquiry.query(
                        List.of(
                                query("(`value`)" + where),
                                query("(count(`value`) AS `n`)" + where)));
        return Samples.of(answers.get(0), answers.get(1));
    }

    private Dql query(String what) {
        return new Dql("M::`" + MEASUREMENT + "`:" + what, Optional.of(time));
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static Finding seen(Seen<Samples> first) {
        return Finding.ok(
                ReceiverCheck.GUANCE,
                POINT,
                "comes back " + seconds(first.after()) + " after it was written");
    }

    private static Finding unseen() {
        return Finding.failed(
                ReceiverCheck.GUANCE,
                POINT,
                "was accepted, and does not come back within two minutes; check the workspace's"
                        + " quota, its pipelines and blacklists");
    }

    private Finding twice(Optional<Seen<Samples>> second) {
        if (second.isEmpty()) {
            return Finding.note(
                    ReceiverCheck.GUANCE,
                    TWICE,
                    "the second value does not come back: metrics.resend=changed is of no use");
        }
        return switch (second.get().answer().keeping()) {
            case OVERWRITES ->
                    Finding.ok(
                            ReceiverCheck.GUANCE,
                            TWICE,
                            "this workspace overwrites: metrics.resend=changed is safe");
            case APPENDS -> appends();
        };
    }

    private Finding appends() {
        String words = "this workspace appends: a point that is sent again counts twice; ";
        return resends
                ? Finding.failed(ReceiverCheck.GUANCE, TWICE, words + "set metrics.resend=never")
                : Finding.ok(ReceiverCheck.GUANCE, TWICE, words + "leave metrics.resend=never");
    }
}
