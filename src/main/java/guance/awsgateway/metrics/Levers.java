package guance.awsgateway.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reckons from the figures of a target what would make it cheaper. */
final class Levers {

    private static final int TOLD = 3;
    private static final List<Duration> INTERVALS =
            Stream.of(5, 15, 60).map(Duration::ofMinutes).toList();

    private final TargetCost cost;
    private final Breakdown read;

    Levers(TargetCost cost) {
        this.cost = cost;
        this.read = cost.figures().read();
    }

    /** The three that save most; of equal ones that first which costs the user less. */
    List<Lever> best() {
        return Stream.of(interval(), percentiles(), grains(), selection())
                .flatMap(lever -> lever)
                .filter(lever -> lever.saving().signum() > 0)
                .sorted(Comparator.comparing(Lever::saving).reversed())
                .limit(TOLD)
                .toList();
    }

    /** Nothing is lost but time: datapoints are not billed. */
    private Stream<Lever> interval() {
        return INTERVALS.stream()
                .filter(longer -> longer.compareTo(cost.interval()) > 0)
                .limit(1)
                .map(
                        longer ->
                                new Lever(
                                        "metrics.cron=%s (every %s, the same points later)"
                                                .formatted(cron(longer), Amounts.every(longer)),
                                        saving(longer)));
    }

    private BigDecimal saving(Duration longer) {
        TargetCost then = new TargetCost(cost.figures(), cost.bill(), longer, cost.listing());
        return price(read.total()).subtract(then.monthly(read.total()).estimate());
    }

    private static String cron(Duration interval) {
        return interval.toMinutes() == 60
                ? "0 0 * * * ?"
                : "0 0/%s * * * ?".formatted(interval.toMinutes());
    }

    /** What a metric asks for beyond five statistics. */
    private Stream<Lever> percentiles() {
        Demand all = read.total();
        Demand beyond = new Demand(0, all.billed() - all.series(), 0, 0);
        return Stream.of(
                new Lever(
                        "metrics.percentiles with at most five queries a metric in all",
                        price(beyond)));
    }

    /** The detail below the coarsest grains. */
    private Stream<Lever> grains() {
        SortedMap<String, Demand> grains = read.byGrain();
        Predicate<String> isFiner =
                grain -> grains.keySet().stream().anyMatch(other -> isFiner(grain, other));
        List<String> kept = grains.keySet().stream().filter(isFiner.negate()).toList();
        Demand dropped =
                grains.entrySet().stream()
                        .filter(entry -> isFiner.test(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .reduce(Demand.NONE, Demand::plus);
        return Stream.of(new Lever("metrics.grains=" + String.join(",", kept), price(dropped)));
    }

    /** The roll-up is beside the others, not above them. */
    private static boolean isFiner(String grain, String other) {
        return !other.equals("none")
                && !grain.equals(other)
                && names(grain).containsAll(names(other));
    }

    private static Collection<String> names(String grain) {
        return Set.of(grain.split("\\+"));
    }

    /** No metric is known to matter less than another. */
    private Stream<Lever> selection() {
        int metrics = read.byMetric().size();
        if (metrics < 2) {
            return Stream.empty();
        }
        return Stream.of(
                new Lever(
                        "each of the %s metrics that metrics.selection leaves out"
                                .formatted(metrics),
                        price(read.total())
                                .divide(BigDecimal.valueOf(metrics), 2, RoundingMode.HALF_UP)));
    }

    private BigDecimal price(Demand demand) {
        return cost.monthly(demand).estimate();
    }

    static String text(List<Lever> levers) {
        return levers.stream().map(Lever::toString).collect(Collectors.joining("; "));
    }
}
