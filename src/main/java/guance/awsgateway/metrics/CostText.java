package guance.awsgateway.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What a user is told of the cost of one target, without its name. */
public final class CostText {

    /** USD a month above which levers are named. */
    private static final BigDecimal DEAR = BigDecimal.valueOf(100);

    private static final int PARTS = 3;

    private CostText() {}

    /** Whether the line ought to be a warning. */
    public static boolean isDear(TargetCost cost) {
        return cost.monthly().estimate().compareTo(DEAR) > 0;
    }

    /** All in one line; where it {@linkplain #isDear is dear}, with what would make it cheaper. */
    public static String line(TargetCost cost) {
        Demand read = cost.figures().read().total();
        Cost monthly = cost.monthly();
        List<String> parts = new ArrayList<>();
        parts.add(
                ("about %s USD a month by AWS's words, at most %s as one public bill was"
                                + " read: %s metrics a run (at most %s) every %s, and"
                                + " ListMetrics every %s (pages: %s); Guance counts %s series")
                        .formatted(
                                Amounts.usd(monthly.estimate()),
                                Amounts.usd(monthly.bound()),
                                Amounts.count(read.billed()),
                                Amounts.count(read.bound()),
                                Amounts.every(cost.interval()),
                                Amounts.every(cost.listing()),
                                Amounts.count(cost.figures().pages()),
                                Amounts.count(read.fields())));
        parts.addAll(probed(cost));
        parts.addAll(leftOut(cost));
        if (isDear(cost)) {
            parts.add("cheaper: " + Levers.text(new Levers(cost).best()));
        }
        return String.join("; ", parts);
    }

    /** What the probe leaves out, where that is known. */
    public static List<String> probed(TargetCost cost) {
        BigDecimal quiet = BigDecimal.ONE.subtract(cost.figures().asked());
        return quiet.signum() == 0
                ? List.of()
                : List.of(
                        "between the hourly readings of all, metrics.probe saves about %s%% of that"
                                .formatted(quiet.movePointRight(2).setScale(0, RoundingMode.DOWN)));
    }

    /** What exists and is not collected, with its price: a text for each setting that does so. */
    public static List<String> leftOut(TargetCost cost) {
        List<String> texts = new ArrayList<>();
        Breakdown grains = cost.figures().otherGrains();
        if (grains.total().series() > 0) {
            texts.add(
                    "left out: %s; metrics.grains=ALL adds %s"
                            .formatted(parts(grains.byGrain()), price(cost, grains)));
        }
        Breakdown metrics = cost.figures().otherMetrics();
        if (metrics.total().series() > 0) {
            texts.add(
                    "left out by metrics.selection: %s; all of them add %s"
                            .formatted(parts(metrics.byMetric()), price(cost, metrics)));
        }
        return texts;
    }

    private static String price(TargetCost cost, Breakdown leftOut) {
        return cost.monthly(leftOut.total()).monthly();
    }

    /** The largest by name. */
    private static String parts(SortedMap<String, Demand> parts) {
        String largest =
                parts.entrySet().stream()
                        .sorted(Comparator.comparing(part -> -part.getValue().series()))
                        .limit(PARTS)
                        .map(CostText::part)
                        .collect(Collectors.joining(", "));
        long others =
                parts.values().stream()
                        .map(Demand::series)
                        .sorted(Comparator.reverseOrder())
                        .skip(PARTS)
                        .mapToLong(Long::longValue)
                        .sum();
        return others == 0 ? largest : largest + " and " + Amounts.count(others) + " more";
    }

    private static String part(Map.Entry<String, Demand> part) {
        return "%s series of %s".formatted(Amounts.count(part.getValue().series()), part.getKey());
    }
}
