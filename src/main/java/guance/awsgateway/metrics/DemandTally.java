package guance.awsgateway.metrics;

import guance.awsgateway.settings.StatisticSettings;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds series up without keeping them; filled by one thread. */
final class DemandTally {

    private final QueryPlan plan;
    private final SortedMap<String, Demand> byGrain = new TreeMap<>();
    private final SortedMap<String, Demand> byMetric = new TreeMap<>();
    private Demand total = Demand.NONE;

    DemandTally(StatisticSettings statistics) {
        this.plan = new QueryPlan(statistics);
    }

    void add(Series series) {
        Demand demand = Demand.of(series, plan);
        total = total.plus(demand);
        byMetric.merge(Breakdown.metric(series), demand, Demand::plus);
        if (Breakdown.isOfApiGateway(series)) {
            byGrain.merge(Breakdown.grain(series.set()), demand, Demand::plus);
        }
    }

    Breakdown result() {
        return new Breakdown(total, byGrain, byMetric);
    }
}
