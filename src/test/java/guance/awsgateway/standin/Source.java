package guance.awsgateway.standin;

import java.util.function.DoubleConsumer;

/**
 * What sends samples: one stage of an API, or one route of it where the stage has detailed metrics.
 * Every sample is a whole number, so that sums are exact in any order.
 */
public record Source(long seed, Traffic traffic) {

    /**
     * @param minute its start in epoch seconds
     * @param now when it is looked at, in epoch seconds
     */
    void samples(String metric, long minute, Lateness lateness, long now, DoubleConsumer sink) {
        int events = traffic.events(seed, minute);
        if (events > 0) {
            double share = lateness.share(seed, minute, now);
            samples(metric, minute, (long) Math.ceil(events * share), sink);
        }
    }

    private void samples(String metric, long minute, long visible, DoubleConsumer sink) {
        for (long event = 0; event < visible; event++) {
            long hash = Hash.mix(Hash.mix(seed, minute), event);
            if (occurs(metric, hash)) {
                sink.accept(value(metric, hash));
            }
        }
    }

    /** A connection is opened by the fewest messages; everything else comes with every request. */
    private static boolean occurs(String metric, long hash) {
        return !metric.equals("ConnectCount") || Hash.pick(hash, 4) == 0;
    }

    private static double value(String metric, long hash) {
        return switch (metric) {
            case "Count", "ConnectCount", "MessageCount", "Invocations" -> 1;
            case "4XXError", "4xx", "ClientError" -> Hash.pick(hash, 100) < 5 ? 1 : 0;
            case "5XXError", "5xx", "ExecutionError", "IntegrationError", "Errors" ->
                    Hash.pick(hash, 100) == 99 ? 1 : 0;
            case "CacheHitCount" -> hash & 1;
            case "CacheMissCount" -> 1 - (hash & 1);
            case "IntegrationLatency", "Duration" -> integrationLatency(hash);
            case "Latency" -> integrationLatency(hash) + 1 + Hash.pick(hash >>> 20, 9);
            case "DataProcessed" -> 200 + Hash.pick(hash >>> 8, 8000);
            default -> Hash.pick(hash, 1000);
        };
    }

    /** Milliseconds; mostly short, one in twenty long. */
    private static double integrationLatency(long hash) {
        int most = Hash.pick(hash >>> 16, 20) == 0 ? 2000 : 80;
        return 4 + Hash.pick(hash >>> 24, most);
    }
}
