package guance.awsgateway.operations;

import guance.awsgateway.metrics.Amounts;
import guance.awsgateway.metrics.Cost;
import guance.awsgateway.metrics.CostText;
import guance.awsgateway.metrics.Demand;
import guance.awsgateway.metrics.TargetCost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What AWS will bill for the metrics of the targets, for a person.
 *
 * @param costs by target, {@code <account>/<region>}
 */
public record Projection(SortedMap<String, TargetCost> costs) {

    private static final String WORDS =
            """

            USD: by AWS's words, up to five statistics of a metric in one request are one metric, at
            metrics.price-per-1000. At most: each statistic on its own, as one public bill was read.
            ListMetrics is in both; tax, gaps and queries asked again are not.""";

    public Projection {
        costs = Collections.unmodifiableSortedMap(new TreeMap<>(costs));
    }

    /** A row a target and one for all, whose amounts add up to the cent; what is left out below. */
    public String text() {
        if (costs.isEmpty()) {
            return "No target's series could be listed: no cost is projected.";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "target",
                        "every",
                        "metrics a run",
                        "USD a day",
                        "USD a month",
                        "at most",
                        "Guance series"));
        costs.forEach((target, cost) -> rows.add(row(target, cost)));
        rows.add(total());
        return new TextTable(rows).text() + leftOut() + WORDS;
    }

    private static List<String> row(String target, TargetCost cost) {
        return row(
                target,
                Amounts.every(cost.interval()),
                cost.figures().read().total(),
                cost.daily(),
                cost.monthly());
    }

    private List<String> total() {
        Demand read =
                costs.values().stream()
                        .map(cost -> cost.figures().read().total())
                        .reduce(Demand.NONE, Demand::plus);
        Cost daily = costs.values().stream().map(TargetCost::daily).reduce(Cost.NONE, Cost::plus);
        Cost monthly =
                costs.values().stream().map(TargetCost::monthly).reduce(Cost.NONE, Cost::plus);
        return row("all targets", "", read, daily, monthly);
    }

    private static List<String> row(
            String target, String every, Demand read, Cost daily, Cost monthly) {
        return List.of(
                target,
                every,
                Amounts.count(read.billed()),
                Amounts.usd(daily.estimate()),
                Amounts.usd(monthly.estimate()),
                Amounts.usd(monthly.bound()),
                Amounts.count(read.fields()));
    }

    private String leftOut() {
        StringBuilder text = new StringBuilder();
        costs.forEach(
                (target, cost) ->
                        Stream.concat(
                                        CostText.probed(cost).stream(),
                                        CostText.leftOut(cost).stream())
                                .forEach(
                                        line ->
                                                text.append('\n')
                                                        .append(target)
                                                        .append(' ')
                                                        .append(line)));
        return text.toString();
    }
}
