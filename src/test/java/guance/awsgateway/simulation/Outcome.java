package guance.awsgateway.simulation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import guance.awsgateway.simulation.Difference.What;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a simulation ended, for a reader who wants to know why.
 *
 * @param notes what happened: kills, and what no route has caught
 * @param violations of the wire contract
 */
record Outcome(
        Timeline timeline,
        Choices choices,
        List<String> notes,
        List<String> violations,
        List<Difference> differences) {

    private static final int SHOWN = 6;

    boolean isRight() {
        return differences.isEmpty() && violations.isEmpty();
    }

    /** Of each kind of difference how many, and the first ones. */
    @Override
    public String toString() {
        return "kinds %s\nsettings %s\ntroubles\n%snotes\n%sviolations\n%sdifferences %s\n%s"
                .formatted(
                        timeline.kinds().stream().sorted().toList(),
                        choices.settings(),
                        timeline,
                        lines(notes),
                        lines(violations.stream().distinct().limit(SHOWN).toList()),
                        counts(),
                        lines(firstOnes()));
    }

    private Map<What, Long> counts() {
        return differences.stream().collect(groupingBy(Difference::what, TreeMap::new, counting()));
    }

    private List<Difference> firstOnes() {
        return differences.stream()
                .sorted(Comparator.comparing(each -> each.place().time()))
                .collect(groupingBy(Difference::what, TreeMap::new, toList()))
                .values()
                .stream()
                .flatMap(some -> some.stream().limit(SHOWN))
                .toList();
    }

    private static String lines(List<?> all) {
        return all.stream().map(each -> "  " + each + "\n").collect(joining());
    }
}
