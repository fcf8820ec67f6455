package guance.awsgateway.metrics;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the state of a target from its file. */
final class StateReader {

    private final StateFile file;
    private final List<DimensionSet> places;
    private final List<Set<String>> groups;

    StateReader(StateFile file) {
        this.file = file;
        this.groups = orNone(file.groups()).stream().map(Set::copyOf).toList();
        this.places =
                orNone(file.sets()).stream()
                        .map(one -> new DimensionSet(one.namespace(), dimensions(one)))
                        .toList();
    }

    private static SortedMap<String, String> dimensions(StateFile.Member member) {
        return member.dimensions() == null
                ? Collections.emptySortedMap()
                : new TreeMap<>(member.dimensions());
    }

    /**
     * Of another period, windows are cut to whole periods of the one that counts now, and
     * fingerprints mean nothing.
     *
     * @param state new and empty
     */
    void into(TargetState state) {
        state.restore(file.generation());
        Periods periods = new Periods(state.fingerprints().period());
        boolean same = file.period() == state.fingerprints().period();
        if (same) {
            newest().ifPresent(end -> state.fingerprints().advance(end, (set, second) -> false));
        }
        for (int i = 0; i < places.size(); i++) {
            series(state.known(), places.get(i), file.sets().get(i));
            if (same) {
                fingerprints(state.fingerprints(), places.get(i), file.sets().get(i));
            }
        }
        state.fingerprints().wasShaped(file.shape() == null ? "" : file.shape());
        Instant watermark = periods.up(time(file.watermark()));
        state.fingerprints()
                .restored(
                        same || watermark == null ? file.remembered() : watermark.getEpochSecond());
        if (file.listed() != null) {
            state.known().recentAt(time(file.listed()));
        }
        state.planned()
                .restore(
                        periods.up(time(file.began())),
                        watermark,
                        periods.up(time(file.swept())),
                        file.nextWindow(),
                        orNone(file.windows()).stream()
                                .map(this::window)
                                .map(one -> same ? one : periods.cut(one))
                                .filter(one -> !one.window().isEmpty())
                                .toList());
    }

    /** Periods in seconds. */
    private record Periods(long length) {

        Instant up(Instant time) {
            return time == null
                    ? null
                    : Instant.ofEpochSecond(
                            -Math.floorDiv(-time.getEpochSecond(), length) * length);
        }

        OpenWindow cut(OpenWindow one) {
            long end = Math.floorDiv(one.window().to().getEpochSecond(), length) * length;
            Window whole = new Window(up(one.window().from()), Instant.ofEpochSecond(end));
            return one.part(one.id(), whole, whole.from());
        }
    }

    private static void series(KnownSeries known, DimensionSet set, StateFile.Member member) {
        if (member.metrics() != null) {
            member.metrics()
                    .forEach(
                            (metric, second) ->
                                    known.name(
                                            new Series(set, metric),
                                            Instant.ofEpochSecond(second)));
        }
    }

    /** The end of the last period that has a place; empty where nothing was handed over. */
    private Optional<Instant> newest() {
        return orNone(file.sets()).stream()
                .filter(member -> member.fingerprints() != null)
                .map(member -> member.fingerprints().length / Long.BYTES * file.period())
                .max(Comparator.naturalOrder())
                .map(length -> Instant.ofEpochSecond(file.horizon() + length));
    }

    private void fingerprints(
            Fingerprints fingerprints, DimensionSet set, StateFile.Member member) {
        if (member.fingerprints() != null) {
            LongBuffer row = ByteBuffer.wrap(member.fingerprints()).asLongBuffer();
            for (int i = 0; i < row.limit(); i++) {
                if (row.get(i) != 0) {
                    fingerprints.restore(
                            set,
                            file.horizon() + i * file.period(),
                            new Handed(row.get(i), groups.get(member.handed()[i])));
                }
            }
        }
        if (member.older() != null) {
            member.older()
                    .forEach(
                            (second, one) ->
                                    fingerprints.keep(
                                            set,
                                            second,
                                            new Handed(one[0], groups.get((int) one[1]))));
        }
    }

    private OpenWindow window(StateFile.Stretch one) {
        Window window = new Window(time(one.from()), time(one.to()));
        Set<Series> series = new HashSet<>();
        Map<Integer, List<String>> metrics = one.series() == null ? Map.of() : one.series();
        metrics.forEach(
                (place, names) ->
                        names.forEach(name -> series.add(new Series(places.get(place), name))));
        Set<DimensionSet> done =
                new HashSet<>(orNone(one.done()).stream().map(places::get).toList());
        return new OpenWindow(
                one.id(),
                window,
                time(one.early()),
                time(one.opened()),
                time(one.held()),
                series,
                done);
    }

    private static Instant time(String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
