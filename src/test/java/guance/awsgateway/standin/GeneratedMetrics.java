package guance.awsgateway.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Data as a pure function of series, minute and the time at which it is looked at. */
final class GeneratedMetrics implements Metrics {
    private static final long RETENTION_OF_MINUTES = Duration.ofDays(15).toSeconds();
    private static final Duration LISTED = Duration.ofDays(14);
    private static final Duration RECENT = Duration.ofHours(3);

    private final Map<Metric, List<Source>> sources;
    private final List<Metric> listing;
    private final Lateness lateness;

    private record Fed(Metric metric, List<Source> sources) {}

    GeneratedMetrics(Map<Metric, List<Source>> sources, Lateness lateness) {
        this.sources = sources;
        this.lateness = lateness;
        this.listing = new ArrayList<>(sources.keySet());
        Collections.shuffle(listing, new Random(sources.size()));
    }

    @Override
    public MetricsPage list(MetricsFilter filter, String token, int size, Instant now) {
        List<Metric> page = new ArrayList<>();
        for (int i = Tokens.offset(token); i < listing.size(); i++) {
            Metric metric = listing.get(i);
            if (filter.accepts(metric) && listed(metric, filter.recentlyActive(), now)) {
                if (page.size() == size) {
                    return new MetricsPage(page, Tokens.of(i));
                }
                page.add(metric);
            }
        }
        return new MetricsPage(page, null);
    }

    private boolean listed(Metric metric, boolean recentlyActive, Instant now) {
        return active(metric, now.minus(LISTED), now.minus(lateness.listed()), now)
                && (!recentlyActive || active(metric, now.minus(RECENT), now, now));
    }

    private boolean active(Metric metric, Instant from, Instant to, Instant now) {
        return sources.get(metric).stream()
                .anyMatch(
                        source -> active(source, metric, seconds(from), seconds(to), seconds(now)));
    }

    private boolean active(Source source, Metric metric, long from, long to, long now) {
        if (source.traffic().most() == 0) {
            return false;
        }
        long first = Math.max(from, source.traffic().from());
        long last = Math.floorDiv(Math.min(to, source.traffic().until()) - 1, 60) * 60;
        Samples samples = new Samples();
        for (long minute = last; minute >= first && samples.isEmpty(); minute -= 60) {
            source.samples(metric.name(), minute, lateness, now, samples);
        }
        return !samples.isEmpty();
    }

    @Override
    public List<MetricDataPage.Value> values(
            MetricQuery query, Instant from, Instant to, Instant now) {
        Fed metric = new Fed(query.metric(), sources.getOrDefault(query.metric(), List.of()));
        List<MetricDataPage.Value> values = new ArrayList<>();
        for (Instant time = from; time.isBefore(to); time = time.plus(query.period())) {
            Samples samples = samples(metric, time, query.period(), now);
            if (!samples.isEmpty()) {
                double value = samples.statistic(query.statistic());
                values.add(new MetricDataPage.Value(seconds(time), value));
            }
        }
        return values;
    }

    @Override
    public Map<Datapoint, Statistics> truth(
            Instant from, Instant to, Duration period, Instant now) {
        Map<Datapoint, Statistics> truth = new LinkedHashMap<>();
        sources.forEach(
                (metric, feeding) -> {
                    Fed fed = new Fed(metric, feeding);
                    for (Instant time = from; time.isBefore(to); time = time.plus(period)) {
                        Samples samples = samples(fed, time, period, now);
                        if (!samples.isEmpty()) {
                            truth.put(new Datapoint(metric, time), samples.statistics());
                        }
                    }
                });
        return truth;
    }

    /** Minutes are kept for 15 days; what is older is there for periods of 300 s and longer. */
    private Samples samples(Fed metric, Instant time, Duration period, Instant now) {
        long start = seconds(time);
        Samples samples = new Samples();
        if (period.toSeconds() < 300 && start < seconds(now) - RETENTION_OF_MINUTES) {
            return samples;
        }
        for (Source source : metric.sources) {
            for (long minute = start; minute < start + period.toSeconds(); minute += 60) {
                source.samples(metric.metric.name(), minute, lateness, seconds(now), samples);
            }
        }
        return samples;
    }

    private static long seconds(Instant time) {
        return time.getEpochSecond();
    }
}
