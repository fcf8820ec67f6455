package guance.awsgateway.metrics;

import guance.awsgateway.settings.StatisticSettings;
import java.util.Collection;
import java.util.HashSet;

/**
 * What reading some series once asks of CloudWatch, and what comes of it in Guance.
 *
 * @param billed metrics billed by AWS's words
 * @param bound metrics billed where each statistic counts on its own
 * @param fields fields × dimension sets, derived averages and percentiles too: the active series
 *     that Guance counts
 */
public record Demand(long series, long billed, long bound, long fields) {

    public static final Demand NONE = new Demand(0, 0, 0, 0);

    /** Each series once. */
    public static Demand of(Collection<Series> series, StatisticSettings statistics) {
        QueryPlan plan = new QueryPlan(statistics);
        return new HashSet<>(series)
                .stream().map(each -> of(each, plan)).reduce(NONE, Demand::plus);
    }

    static Demand of(Series series, QueryPlan plan) {
        int asked = plan.asked(series.metric()).size();
        return new Demand(1, Bill.billed(asked), asked, plan.wanted(series.metric()).size());
    }

    public Demand plus(Demand other) {
        return new Demand(
                series + other.series,
                billed + other.billed,
                bound + other.bound,
                fields + other.fields);
    }
}
