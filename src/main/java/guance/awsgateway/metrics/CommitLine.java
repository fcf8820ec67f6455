package guance.awsgateway.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * A line of the journal: its dimension sets, which of them are done in which open window, and the
 * fingerprints of what was handed over.
 *
 * @param held in ISO-8601; null where no set is held
 * @param done places of dimension sets by the id of the window
 */
record CommitLine(
        long window,
        String held,
        List<Member> sets,
        Map<Long, List<Integer>> done,
        List<Mark> marks) {

    private static final ObjectMapper JSON = new ObjectMapper();

    record Member(String namespace, SortedMap<String, String> dimensions) {

        DimensionSet set() {
            return new DimensionSet(namespace, dimensions);
        }
    }

    /**
     * @param set its place
     * @param metrics those that were asked for
     * @param first the first period, in seconds since 1970
     */
    record Mark(int set, Set<String> metrics, long first, long[] values) {}

    static String write(Commit commit) throws JsonProcessingException {
        Map<DimensionSet, Integer> places = new LinkedHashMap<>();
        Map<Long, List<Integer>> done = new LinkedHashMap<>();
        commit.done()
                .forEach(
                        (id, sets) ->
                                done.put(
                                        id, sets.stream().map(set -> place(places, set)).toList()));
        List<Mark> marks =
                commit.marks().stream()
                        .map(
                                mark ->
                                        new Mark(
                                                place(places, mark.set()),
                                                mark.metrics(),
                                                mark.first(),
                                                mark.values()))
                        .toList();
        List<Member> sets =
                places.keySet().stream()
                        .map(set -> new Member(set.namespace(), set.dimensions()))
                        .toList();
        return JSON.writeValueAsString(
                new CommitLine(
                        commit.window(),
                        commit.held() == null ? null : commit.held().toString(),
                        sets,
                        done,
                        marks));
    }

    private static int place(Map<DimensionSet, Integer> places, DimensionSet set) {
        return places.computeIfAbsent(set, key -> places.size());
    }

    static Commit read(String line) throws JsonProcessingException {
        CommitLine read = JSON.readValue(line, CommitLine.class);
        List<DimensionSet> sets = read.sets().stream().map(Member::set).toList();
        Map<Long, List<DimensionSet>> done = new LinkedHashMap<>();
        read.done().forEach((id, places) -> done.put(id, places.stream().map(sets::get).toList()));
        return new Commit(
                read.window(),
                read.held() == null ? null : Instant.parse(read.held()),
                done,
                read.marks().stream()
                        .map(
                                mark ->
                                        new Commit.Mark(
                                                sets.get(mark.set()),
                                                mark.metrics(),
                                                mark.first(),
                                                mark.values()))
                        .toList());
    }
}
