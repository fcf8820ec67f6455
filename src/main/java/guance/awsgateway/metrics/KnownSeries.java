package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The series that CloudWatch has named, since when each is read, and when it was named last. */
final class KnownSeries {

    /**
     * @param since minutes before are read back, if at all, in windows of their own
     * @param listed the scheduled time of the run whose listing named it last
     */
    record Seen(Instant since, Instant listed) {}

    private final Map<DimensionSet, Map<String, Seen>> sets = new LinkedHashMap<>();
    private Instant complete;
    private Set<Series> every = Set.of();
    private Instant everyAt;

    /** The run whose listing named every series last, by its scheduled time; null before one. */
    Instant complete() {
        return complete;
    }

    void complete(Instant at) {
        complete = at;
    }

    /**
     * @return null where it is not known
     */
    Seen get(Series series) {
        return sets.getOrDefault(series.set(), Map.of()).get(series.metric());
    }

    void put(Series series, Seen seen) {
        sets.computeIfAbsent(series.set(), set -> new TreeMap<>()).put(series.metric(), seen);
    }

    /**
     * Whether it counts as active in a window: the last whole listing names it, or it was named
     * until less than {@code settle} before, so that its last minutes are read until they have
     * settled.
     */
    boolean isRead(Seen seen, Window window, Duration settle) {
        return complete == null
                || !seen.listed().isBefore(complete)
                || !seen.listed().isBefore(window.from().minus(settle));
    }

    /** The series that are read in a window, whole dimension sets behind each other. */
    List<Series> in(Window window, Duration settle) {
        List<Series> read = new ArrayList<>();
        sets.forEach(
                (set, metrics) ->
                        metrics.forEach(
                                (metric, seen) -> {
                                    if (isRead(seen, window, settle)) {
                                        read.add(new Series(set, metric));
                                    }
                                }));
        return read;
    }

    /** It was named again, by the run of this scheduled time. */
    void relist(Series series, Instant listed) {
        Seen seen = get(series);
        if (listed.isAfter(seen.listed())) {
            put(series, new Seen(seen.since(), listed));
        }
    }

    /** Since when a series is read; the end of time for one that is not known. */
    Instant since(Series series) {
        Seen seen = get(series);
        return seen == null ? Instant.MAX : seen.since();
    }

    /** The read-back of series has reached this time. */
    void since(Collection<Series> series, Instant since) {
        for (Series one : series) {
            Seen seen = get(one);
            if (seen != null && since.isBefore(seen.since())) {
                put(one, new Seen(since, seen.listed()));
            }
        }
    }

    /** Series that need not be active now, for the gaps; forgotten with the process. */
    Set<Series> every() {
        return every;
    }

    /** When those were listed whole; null before. */
    Instant everyAt() {
        return everyAt;
    }

    /**
     * A gap reads either all of them or, until they are listed whole, none.
     *
     * @param at null where the listing was not whole
     */
    void every(Set<Series> listed, Instant at) {
        every = at == null ? Set.of() : Set.copyOf(listed);
        everyAt = at;
    }

    /** Forgets the series that were named last before a time, and not by the last listing. */
    void forgetBefore(Instant time) {
        for (Map<String, Seen> metrics : sets.values()) {
            metrics.values()
                    .removeIf(
                            seen ->
                                    seen.listed().isBefore(time)
                                            && complete != null
                                            && seen.listed().isBefore(complete));
        }
        sets.values().removeIf(Map::isEmpty);
    }

    Set<DimensionSet> sets() {
        return sets.keySet();
    }

    Map<DimensionSet, Map<String, Seen>> all() {
        return sets.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> new TreeMap<>(entry.getValue()),
                                (one, other) -> one,
                                LinkedHashMap::new));
    }
}
