package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import java.time.Duration;
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
 * <p>A dimension set never straddles two requests, so that each answer makes whole points: one that
 * has more queries than a call may carry is alone in a request, of several calls.
 */
public final class RequestPacker {

    static final int QUERIES = 500;
    static final int DATAPOINTS = 100_800;

    /** So many periods a call can carry with all its queries. */
    static final int PERIODS = DATAPOINTS / QUERIES;

    private final QueryPlan plan;
    private final Duration period;
    private final int most;

    public RequestPacker(MetricSettings settings) {
        this(settings, QUERIES);
    }

    /**
     * @param most queries a request, at most 500
     */
    public RequestPacker(MetricSettings settings, int most) {
        this.most = most;
        this.plan = new QueryPlan(settings.statistics());
        this.period = settings.period();
    }

    /**
     * In the order of the series, each once; empty without series.
     *
     * @param window what is asked for
     */
    public List<MetricRequest> pack(Collection<Series> series, Window window) {
        return packQueries(bySet(series), window);
    }

    /**
     * In the order of the sets; empty without them.
     *
     * @param sets the queries of each dimension set
     */
    List<MetricRequest> packQueries(Collection<List<Query>> sets, Window window) {
        long room = Math.min(most, DATAPOINTS / Math.max(1, window.length().dividedBy(period)));
        List<MetricRequest> requests = new ArrayList<>();
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
        return requests;
    }

    private Collection<List<Query>> bySet(Collection<Series> series) {
        Map<DimensionSet, List<Query>> sets = new LinkedHashMap<>();
        for (Series one : new LinkedHashSet<>(series)) {
            List<Query> queries = sets.computeIfAbsent(one.set(), set -> new ArrayList<>());
            plan.asked(one.metric())
                    .forEach(stat -> queries.add(new Query(one.set(), one.metric(), stat)));
        }
        return sets.values();
    }
}
