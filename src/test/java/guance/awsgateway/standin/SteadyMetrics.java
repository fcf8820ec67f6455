package guance.awsgateway.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A value of every series in every minute, at any time, as a pure function of series and minute.
 * Cheap to make, for measurements of who reads it.
 */
final class SteadyMetrics implements Metrics {

    private final List<Metric> listing;
    private final Set<Metric> known;

    SteadyMetrics(List<Metric> listing) {
        this.listing = listing;
        this.known = new HashSet<>(listing);
    }

    @Override
    public MetricsPage list(MetricsFilter filter, String token, int size, Instant now) {
        List<Metric> page = new ArrayList<>(size);
        for (int i = Tokens.offset(token); i < listing.size(); i++) {
            Metric metric = listing.get(i);
            if (filter.accepts(metric)) {
                if (page.size() == size) {
                    return new MetricsPage(page, Tokens.of(i));
                }
                page.add(metric);
            }
        }
        return new MetricsPage(page, null);
    }

    @Override
    public List<MetricDataPage.Value> values(
            MetricQuery query, Instant from, Instant to, Instant now) {
        if (!known.contains(query.metric())) {
            return List.of();
        }
        long period = query.period().toSeconds();
        List<MetricDataPage.Value> values = new ArrayList<>();
        for (long time = from.getEpochSecond(); time < to.getEpochSecond(); time += period) {
            double value = of(statistics(query.metric(), time), query.statistic());
            values.add(new MetricDataPage.Value(time, value));
        }
        return values;
    }

    private static Statistics statistics(Metric metric, long time) {
        long hash = Hash.mix(metric.hashCode(), time);
        int count = 1 + (int) (hash & 63);
        double minimum = 1 + (hash >>> 8 & 63) / 4.0;
        double maximum = minimum + (hash >>> 16 & 1023) / 8.0;
        return new Statistics(count, count * (minimum + maximum) / 2, minimum, maximum);
    }

    private static double of(Statistics statistics, String name) {
        return switch (name) {
            case "SampleCount" -> statistics.sampleCount();
            case "Sum" -> statistics.sum();
            case "Average" -> statistics.average();
            case "Minimum" -> statistics.minimum();
            case "Maximum" -> statistics.maximum();
            default -> throw AwsError.invalid("no " + name + " of steady metrics");
        };
    }

    @Override
    public Map<Datapoint, Statistics> truth(
            Instant from, Instant to, Duration period, Instant now) {
        Map<Datapoint, Statistics> truth = new LinkedHashMap<>();
        for (Metric metric : listing) {
            for (Instant time = from; time.isBefore(to); time = time.plus(period)) {
                truth.put(new Datapoint(metric, time), statistics(metric, time.getEpochSecond()));
            }
        }
        return truth;
    }
}
