package guance.awsgateway.simulation;

import guance.awsgateway.point.Point;
import guance.awsgateway.simulation.Difference.What;
import guance.awsgateway.standin.GuanceArrival;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Books every point that comes, and checks it against what CloudWatch has at that time: the virtual
 * clock stands still during a run, so that this is what the run has read.
 */
final class Ledger {

    private final TrueValues truth;
    private final Chosen chosen;
    private final Instant from;
    private final Duration patience;
    private final Map<Place, List<Copy>> copies = new LinkedHashMap<>();
    private final Map<Place, Integer> excused = new LinkedHashMap<>();
    private final List<Difference> differences = new ArrayList<>();

    /**
     * @param from the first minute of the first lookback
     * @param patience how long a point waits for a metric that never comes
     */
    Ledger(TrueValues truth, Chosen chosen, Instant from, Duration patience) {
        this.truth = truth;
        this.chosen = chosen;
        this.from = from;
        this.patience = patience;
    }

    /**
     * Of a batch whose answer was lost, each point may come once more.
     *
     * @param collectors what the collector takes for now
     */
    void arrived(GuanceArrival arrival, Instant now, Instant collectors) {
        book(arrival.point(), now, collectors, null);
        if (!arrival.told()) {
            excuse(Place.of(arrival.point()));
        }
    }

    /** It counts as delivered while it is in the file. */
    void parked(Point point, String file, Instant now, Instant collectors) {
        book(point, now, collectors, file);
    }

    /** Was in flight at a kill, so that it may come once more. */
    void excuse(Place place) {
        excused.merge(place, 1, Integer::sum);
    }

    private void book(Point point, Instant now, Instant collectors, String file) {
        Place place = Place.of(point);
        checkFields(place, point, now);
        checkPatience(place, now.isAfter(collectors) ? now : collectors);
        checkTags(place, point.tags());
        copies.computeIfAbsent(place, any -> new ArrayList<>(1))
                .add(new Copy(now, point.fields(), file));
    }

    private void checkFields(Place place, Point point, Instant now) {
        Map<String, Object> expected = truth.at(place, now);
        checkChoice(place, point);
        if (!place.time().isBefore(from)
                && expected.entrySet().containsAll(point.fields().entrySet())) {
            return;
        }
        Map<String, Object> odd = new TreeMap<>(point.fields());
        odd.entrySet().removeAll(expected.entrySet());
        if (place.time().isBefore(from)) {
            differ(What.EXTRA, place, "nothing before " + from, point.fields());
        } else if (!expected.keySet().containsAll(odd.keySet())) {
            differ(What.EXTRA, place, "no other than " + expected.keySet(), odd);
        } else if (!odd.isEmpty() && !isReplay(place, point)) {
            Map<String, Object> right = new TreeMap<>(expected);
            right.keySet().retainAll(odd.keySet());
            differ(What.WRONG, place, right, odd);
        }
    }

    private void checkChoice(Place place, Point point) {
        Set<String> odd = new TreeSet<>(point.fields().keySet());
        odd.removeIf(field -> !chosen.leavesOut(place, field));
        if (!odd.isEmpty() && !isReplay(place, point)) {
            differ(What.EXTRA, place, "nothing that is left out by " + chosen.now(), odd);
        }
    }

    /** It was right when it was parked. */
    private boolean isReplay(Place place, Point point) {
        return copies(place).stream()
                .anyMatch(copy -> copy.isParked() && copy.fields().equals(point.fields()));
    }

    private void checkPatience(Place place, Instant now) {
        Instant due = place.time().plus(patience);
        if (truth.holds(place) && now.isBefore(due)) {
            differ(What.EARLY, place, "nothing before " + due, "a point at " + now);
        }
    }

    private void checkTags(Place place, Map<String, String> tags) {
        Map<String, String> shipped = new TreeMap<>(tags);
        shipped.remove(Recipe.TAG, Recipe.VALUE);
        truth.tags(place)
                .filter(expected -> !expected.equals(shipped))
                .ifPresent(expected -> differ(What.TAGS, place, expected, new TreeMap<>(tags)));
    }

    private void differ(What what, Place place, Object expected, Object got) {
        differences.add(new Difference(what, place, expected.toString(), got.toString()));
    }

    /** Every copy so far, in the order in which they came. */
    List<Copy> copies(Place place) {
        return copies.getOrDefault(place, List.of());
    }

    /** How often it may have come. */
    int allowed(Place place) {
        return 1 + excused.getOrDefault(place, 0);
    }

    /** What was wrong with single points when they came. */
    List<Difference> differences() {
        return List.copyOf(differences);
    }
}
