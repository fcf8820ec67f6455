package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Packs the series of a run into as few requests as GetMetricData allows: 500 queries and 100,800
 * datapoints a call. Source: GetMetricData API reference.
 *
 * <p>A dimension set never straddles two requests, so that each answer makes whole points, unless
 * it has more queries than a call may carry.
 */
public final class RequestPacker {

    private static final int QUERIES = 500;
    private static final int DATAPOINTS = 100_800;

    private final QueryPlan plan;
    private final Duration period;

    public RequestPacker(MetricSettings settings) {
        this.plan = new QueryPlan(settings.statistics());
        this.period = settings.period();
    }

    /** In the order of the series, each once, the oldest minutes first; empty without series. */
    public List<MetricRequest> pack(Collection<Series> series, Window window) {
        List<List<Query>> sets = bySet(series);
        int widest = sets.stream().mapToInt(List::size).max().orElse(1);
        long periods = Math.max(1, DATAPOINTS / widest);
        List<MetricRequest> requests = new ArrayList<>();
        for (Window part : cut(window, period.multipliedBy(periods))) {
            pack(sets, part, requests);
        }
        return requests;
    }

    private void pack(List<List<Query>> sets, Window window, List<MetricRequest> requests) {
        long room = Math.min(QUERIES, DATAPOINTS / Math.max(1, window.length().dividedBy(period)));
        List<Query> queries = new ArrayList<>();
        for (List<Query> set : sets) {
            if (!queries.isEmpty() && queries.size() + set.size() > room) {
                requests.add(new MetricRequest(window, queries));
                queries.clear();
            }
            queries.addAll(set);
        }
        if (!queries.isEmpty()) {
            requests.add(new MetricRequest(window, queries));
        }
    }

    /** The queries of each dimension set; several lists where one call cannot carry them. */
    private List<List<Query>> bySet(Collection<Series> series) {
        Map<DimensionSet, List<Query>> sets = new LinkedHashMap<>();
        List<List<Query>> full = new ArrayList<>();
        for (Series one : new LinkedHashSet<>(series)) {
            List<Query> queries = sets.computeIfAbsent(one.set(), set -> new ArrayList<>());
            List<String> asked = plan.asked(one.metric());
            if (queries.size() + asked.size() > QUERIES) {
                full.add(List.copyOf(queries));
                queries.clear();
            }
            asked.forEach(stat -> queries.add(new Query(one.set(), one.metric(), stat)));
        }
        full.addAll(sets.values());
        return full;
    }

    private static List<Window> cut(Window window, Duration length) {
        List<Window> parts = new ArrayList<>();
        for (Instant from = window.from(); from.isBefore(window.to()); from = from.plus(length)) {
            Instant to = from.plus(length);
            parts.add(new Window(from, to.isBefore(window.to()) ? to : window.to()));
        }
        return parts;
    }
}
