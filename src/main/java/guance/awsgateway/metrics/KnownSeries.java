package guance.awsgateway.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The series that CloudWatch has named, and when each was named last.
 *
 * <p>It names them in two lists: the recent one has what was active in the last three hours, the
 * full one all. Times are those of runs.
 */
final class KnownSeries {

    private final Map<DimensionSet, Map<String, Instant>> sets;
    private Instant recentAt;
    private Set<Series> full = Set.of();
    private Map<DimensionSet, Set<String>> fullBySet = Map.of();
    private Instant fullAt;

    KnownSeries() {
        this(new LinkedHashMap<>());
    }

    /**
     * @param sets where it remembers when each metric of each set was named last
     */
    KnownSeries(Map<DimensionSet, Map<String, Instant>> sets) {
        this.sets = sets;
    }

    /** When the recent list came whole last. */
    Optional<Instant> recentAt() {
        return Optional.ofNullable(recentAt);
    }

    void recentAt(Instant at) {
        recentAt = at;
    }

    /** When it was named last; empty where it is not known. */
    Optional<Instant> named(Series series) {
        return Optional.ofNullable(sets.getOrDefault(series.set(), Map.of()).get(series.metric()));
    }

    /** It was named then, perhaps not for the last time. */
    void name(Series series, Instant at) {
        sets.computeIfAbsent(series.set(), set -> new TreeMap<>())
                .merge(series.metric(), at, (one, other) -> one.isAfter(other) ? one : other);
    }

    /**
     * Whether it counts as active in a window: the last recent list names it, or it was named until
     * less than {@code settle} before, so that its last minutes are read until they have settled.
     */
    boolean isRead(Instant named, Window window, Duration settle) {
        return !isSilent(named) || !named.isBefore(window.from().minus(settle));
    }

    private boolean isSilent(Instant named) {
        return recentAt != null && named.isBefore(recentAt);
    }

    /**
     * Whether a period that ends then would be read again if a series of the set came back that the
     * last recent list does not name.
     */
    boolean mayBeReadBack(DimensionSet set, Instant end) {
        return sets.getOrDefault(set, Map.of()).values().stream()
                .anyMatch(named -> isSilent(named) && named.isBefore(end));
    }

    /** The series that are read in a window, whole dimension sets behind each other. */
    List<Series> in(Window window, Duration settle) {
        List<Series> read = new ArrayList<>();
        sets.keySet()
                .forEach(
                        set ->
                                in(window, settle, set)
                                        .forEach(metric -> read.add(new Series(set, metric))));
        return read;
    }

    /** The metrics of one set that are read in a window. */
    Set<String> in(Window window, Duration settle, DimensionSet set) {
        Set<String> metrics = new LinkedHashSet<>();
        sets.getOrDefault(set, Map.of())
                .forEach(
                        (metric, named) -> {
                            if (isRead(named, window, settle)) {
                                metrics.add(metric);
                            }
                        });
        return metrics;
    }

    /** What the full list names, for old gaps; forgotten with the process. */
    Set<Series> full() {
        return full;
    }

    /** The metrics of one set that the full list names. */
    Set<String> full(DimensionSet set) {
        return fullBySet.getOrDefault(set, Set.of());
    }

    /** When the full list came; empty before it did, and where the last one was not whole. */
    Optional<Instant> fullAt() {
        return Optional.ofNullable(fullAt);
    }

    void full(Set<Series> named, Instant at) {
        full = Set.copyOf(named);
        fullBySet =
                full.stream().collect(groupingBy(Series::set, mapping(Series::metric, toSet())));
        fullAt = at;
    }

    /** A gap reads either all that the full list names or, until it is whole, none of it. */
    void fullFailed() {
        full = Set.of();
        fullBySet = Map.of();
        fullAt = null;
    }

    /** Forgets the series that were named last before a time, and not by the last recent list. */
    void forgetBefore(Instant time) {
        for (Map<String, Instant> metrics : sets.values()) {
            metrics.values().removeIf(named -> named.isBefore(time) && isSilent(named));
        }
        sets.values().removeIf(Map::isEmpty);
    }

    Set<DimensionSet> sets() {
        return sets.keySet();
    }

    /** When each metric of each set was named last. */
    Map<DimensionSet, Map<String, Instant>> all() {
        return sets.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> new TreeMap<>(entry.getValue()),
                                (one, other) -> one,
                                LinkedHashMap::new));
    }
}
