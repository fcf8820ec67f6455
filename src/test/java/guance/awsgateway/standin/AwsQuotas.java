package guance.awsgateway.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * AWS's own quotas, enforced on demand by the stand-in's clock. A call that is throttled uses
 * nothing up. Sources: "Amazon API Gateway quotas", "CloudWatch service quotas"; that a full
 * request of 100,800 datapoints passes also where 90,000 a second are allowed is our reading of
 * them.
 */
public final class AwsQuotas {
    private static final double FULL_REQUEST = 100_800;
    private static final Duration RECENT = Duration.ofHours(3);

    private final Map<String, Bucket> buckets = new HashMap<>();
    private boolean enforced;

    private static final class Bucket {
        private final double perSecond;
        private final double burst;
        private double left;
        private Instant filled;

        Bucket(double perSecond, double burst, Instant now) {
            this.perSecond = perSecond;
            this.burst = burst;
            this.left = burst;
            this.filled = now;
        }

        boolean has(double amount, Instant now) {
            if (now.isAfter(filled)) {
                double seconds = Duration.between(filled, now).toNanos() / 1e9;
                left = Math.min(burst, left + seconds * perSecond);
                filled = now;
            }
            return left >= amount - 1e-6;
        }
    }

    private record Take(Bucket bucket, double amount) {}

    /** From the next call on. */
    public synchronized void enforce() {
        enforced = true;
    }

    /**
     * @param datapoints asked for, of GetMetricData
     * @return whether the call is within the quotas
     */
    synchronized boolean admit(AwsCall call, long datapoints) {
        List<Take> takes = enforced ? takes(call, datapoints) : List.of();
        boolean admitted = takes.stream().allMatch(t -> t.bucket.has(t.amount, call.time()));
        if (admitted) {
            takes.forEach(take -> take.bucket.left -= take.amount);
        }
        return admitted;
    }

    private List<Take> takes(AwsCall call, long datapoints) {
        List<Take> takes = new ArrayList<>();
        String place = call.account() + "/" + call.region();
        if (call.service().equals("apigateway")) {
            takes.add(new Take(bucket(call.account(), 10, 40, call), 1));
        }
        if (call.operation().equals("ListMetrics")) {
            takes.add(new Take(bucket(place + "/list", 25, 25, call), 1));
        }
        if (call.operation().equals("GetMetricData")) {
            takes.add(new Take(bucket(place + "/data", 50, 50, call), 1));
            takes.add(new Take(datapoints(place, call), datapoints));
        }
        return takes;
    }

    private Bucket datapoints(String place, AwsCall call) {
        String start = call.parameters().get("StartTime");
        boolean older = start != null && Instant.parse(start).isBefore(call.time().minus(RECENT));
        return older
                ? bucket(place + "/older", 90_000, FULL_REQUEST, call)
                : bucket(place + "/recent", 180_000, 180_000, call);
    }

    private Bucket bucket(String key, double perSecond, double burst, AwsCall call) {
        return buckets.computeIfAbsent(key, k -> new Bucket(perSecond, burst, call.time()));
    }
}
