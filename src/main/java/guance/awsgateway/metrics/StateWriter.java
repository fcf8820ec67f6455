package guance.awsgateway.metrics;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the state of a target as a file; to be used under the state's monitor. */
final class StateWriter {

    private final String target;
    private final TargetState state;
    private final Map<DimensionSet, Integer> places = new LinkedHashMap<>();
    private final Map<Set<String>, Integer> groups = new LinkedHashMap<>();

    StateWriter(String target, TargetState state) {
        this.target = target;
        this.state = state;
    }

    StateFile file() {
        state.known().all().keySet().forEach(this::place);
        List<StateFile.Stretch> windows = state.open().stream().map(this::window).toList();
        Fingerprints fingerprints = state.fingerprints();
        fingerprints.older().keySet().forEach(this::place);
        List<StateFile.Member> members = members();
        return new StateFile(
                StateFile.FORMAT,
                target,
                state.generation(),
                fingerprints.period(),
                fingerprints.shape(),
                text(state.began()),
                text(state.watermark()),
                text(state.swept()),
                state.known().recentAt().map(Instant::toString).orElse(null),
                fingerprints.horizon(),
                fingerprints.begin(),
                state.nextId(),
                groups.keySet().stream().map(group -> group.stream().sorted().toList()).toList(),
                windows,
                members);
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
        Map<DimensionSet, Map<Long, long[]>> older = older();
        Map<DimensionSet, Map<String, Instant>> known = state.known().all();
        return places.keySet().stream()
                .map(
                        set -> {
                            List<Handed> row = state.fingerprints().row(set);
                            return new StateFile.Member(
                                    set.namespace(),
                                    set.dimensions(),
                                    seconds(known.getOrDefault(set, Map.of())),
                                    bytes(row),
                                    row.stream().mapToInt(this::group).toArray(),
                                    older.getOrDefault(set, Map.of()));
                        })
                .toList();
    }

    private Map<DimensionSet, Map<Long, long[]>> older() {
        Map<DimensionSet, Map<Long, long[]>> older = new HashMap<>();
        state.fingerprints().older().forEach((set, minutes) -> older.put(set, older(minutes)));
        return older;
    }

    private Map<Long, long[]> older(SortedMap<Long, Handed> minutes) {
        Map<Long, long[]> older = new TreeMap<>();
        minutes.forEach(
                (second, handed) ->
                        older.put(second, new long[] {handed.fingerprint(), group(handed)}));
        return older;
    }

    private int group(Handed handed) {
        return groups.computeIfAbsent(handed.metrics(), key -> groups.size());
    }

    private static SortedMap<String, Long> seconds(Map<String, Instant> times) {
        SortedMap<String, Long> seconds = new TreeMap<>();
        times.forEach((metric, time) -> seconds.put(metric, time.getEpochSecond()));
        return seconds;
    }

    private static byte[] bytes(List<Handed> row) {
        ByteBuffer bytes = ByteBuffer.allocate(row.size() * Long.BYTES);
        row.forEach(handed -> bytes.putLong(handed.fingerprint()));
        return bytes.array();
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }
}
