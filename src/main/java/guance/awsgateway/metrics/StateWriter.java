package guance.awsgateway.metrics;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the state of a target as a file; to be used under the state's monitor. */
final class StateWriter {

    private final String target;
    private final TargetState state;
    private final Map<DimensionSet, Integer> places = new LinkedHashMap<>();

    StateWriter(String target, TargetState state) {
        this.target = target;
        this.state = state;
    }

    StateFile file() {
        state.known().all().keySet().forEach(this::place);
        List<StateFile.Stretch> windows = state.open().stream().map(this::window).toList();
        Fingerprints fingerprints = state.fingerprints();
        fingerprints.older().keySet().forEach(key -> place(key.set()));
        return new StateFile(
                StateFile.FORMAT,
                target,
                fingerprints.period(),
                text(state.began()),
                text(state.watermark()),
                text(state.known().complete()),
                fingerprints.horizon(),
                fingerprints.begin(),
                state.nextId(),
                windows,
                members());
    }

    private int place(DimensionSet set) {
        return places.computeIfAbsent(set, key -> places.size());
    }

    private StateFile.Stretch window(OpenWindow one) {
        Map<Integer, List<String>> series = new TreeMap<>();
        one.series()
                .forEach(
                        each ->
                                series.computeIfAbsent(place(each.set()), key -> new ArrayList<>())
                                        .add(each.metric()));
        return new StateFile.Stretch(
                one.id(),
                text(one.window().from()),
                text(one.window().to()),
                text(one.early()),
                text(one.opened()),
                text(one.held()),
                one.done().stream().map(this::place).sorted().toList(),
                series);
    }

    private List<StateFile.Member> members() {
        Map<DimensionSet, Map<Long, Long>> older = new HashMap<>();
        state.fingerprints()
                .older()
                .forEach(
                        (key, value) ->
                                older.computeIfAbsent(key.set(), set -> new TreeMap<>())
                                        .put(key.second(), value));
        Map<DimensionSet, Map<String, KnownSeries.Seen>> known = state.known().all();
        return places.keySet().stream()
                .map(
                        set ->
                                new StateFile.Member(
                                        set.namespace(),
                                        set.dimensions(),
                                        metrics(known.getOrDefault(set, Map.of())),
                                        bytes(state.fingerprints().row(set)),
                                        older.getOrDefault(set, Map.of())))
                .toList();
    }

    private static SortedMap<String, long[]> metrics(Map<String, KnownSeries.Seen> known) {
        SortedMap<String, long[]> metrics = new TreeMap<>();
        known.forEach(
                (metric, seen) ->
                        metrics.put(
                                metric,
                                new long[] {
                                    seen.since().getEpochSecond(), seen.listed().getEpochSecond()
                                }));
        return metrics;
    }

    private static byte[] bytes(long[] row) {
        ByteBuffer bytes = ByteBuffer.allocate(row.length * Long.BYTES);
        bytes.asLongBuffer().put(row);
        return bytes.array();
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }
}
