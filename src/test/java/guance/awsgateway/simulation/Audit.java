package guance.awsgateway.simulation;

import guance.awsgateway.point.Point;
import guance.awsgateway.simulation.Difference.What;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares, in the end, what has come with what CloudWatch had when it was looked at last. */
final class Audit {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TrueValues truth;
    private final Chosen chosen;
    private final Ledger ledger;
    private final Set<String> files;
    private final Instant last;
    private final Instant heldFrom;
    private final List<Difference> differences = new ArrayList<>();

    /**
     * @param files what is parked in the end
     * @param last when the last run was
     * @param heldFrom points that wait for a metric need not have come from here on
     */
    Audit(
            TrueValues truth,
            Chosen chosen,
            Ledger ledger,
            Set<String> files,
            Instant last,
            Instant heldFrom) {
        this.truth = truth;
        this.chosen = chosen;
        this.ledger = ledger;
        this.files = files;
        this.last = last;
        this.heldFrom = heldFrom;
    }

    private interface Check {
        void of(Place place, Map<String, Object> owed);
    }

    private void each(Instant from, Instant to, Check check) {
        for (String region : truth.regions()) {
            for (Instant time = from; time.isBefore(to); time = time.plus(MINUTE)) {
                truth.at(region, time, last)
                        .forEach(
                                (place, owed) -> {
                                    if (!truth.holds(place) || place.time().isBefore(heldFrom)) {
                                        check.of(place, chosen(place, owed));
                                    }
                                });
            }
        }
    }

    private Map<String, Object> chosen(Place place, Map<String, Object> owed) {
        Map<String, Object> left = new TreeMap<>(owed);
        left.keySet().removeIf(field -> !chosen.isOwed(place, field));
        return left;
    }

    /** Of a receiver that appends: everything once, with the values of its first reading. */
    List<Difference> appended(Instant from, Instant to) {
        each(from, to, this::appended);
        return differences;
    }

    private void appended(Place place, Map<String, Object> owed) {
        List<Copy> there = there(place);
        Set<String> missing = new TreeSet<>(owed.keySet());
        there.forEach(copy -> missing.removeAll(copy.fields().keySet()));
        if (!missing.isEmpty()) {
            missing.removeAll(grownLater(place, owed.keySet()));
        }
        if (!missing.isEmpty()) {
            differ(What.LOST, place, missing + " once", there.isEmpty() ? "nothing" : "the rest");
        }
        Map<String, Integer> count = new TreeMap<>();
        there.forEach(copy -> copy.fields().keySet().forEach(f -> count.merge(f, 1, Integer::sum)));
        count.values().removeIf(times -> times <= ledger.allowed(place));
        if (!count.isEmpty()) {
            differ(What.DOUBLED, place, ledger.allowed(place) + " at most", there);
        }
    }

    /** A point is not sent again for a metric that had no value when it was first read. */
    private Set<String> grownLater(Place place, Set<String> owed) {
        List<Copy> all = ledger.copies(place);
        if (all.isEmpty()) {
            return Set.of();
        }
        Set<String> later = new HashSet<>(owed);
        later.removeAll(truth.at(place, all.get(0).when()).keySet());
        return later;
    }

    /**
     * Of a receiver that overwrites: the newest values in the end, and no values twice.
     *
     * @param held what it has, what was written last at the end
     * @param parked as {@code held}, to be written behind it
     */
    List<Difference> overwritten(Instant from, Instant to, List<Point> held, List<Point> parked) {
        Map<Place, Map<String, Object>> newest = new HashMap<>();
        held.forEach(point -> put(newest, point));
        parked.forEach(point -> put(newest, point));
        each(from, to, (place, owed) -> newest(place, owed, newest.getOrDefault(place, Map.of())));
        return differences;
    }

    private static void put(Map<Place, Map<String, Object>> newest, Point point) {
        newest.computeIfAbsent(Place.of(point), any -> new HashMap<>()).putAll(point.fields());
    }

    private void newest(Place place, Map<String, Object> owed, Map<String, Object> got) {
        if (!got.entrySet().containsAll(owed.entrySet())) {
            Map<String, Object> wrong = new TreeMap<>(owed);
            wrong.entrySet().removeAll(got.entrySet());
            boolean lost = !got.keySet().containsAll(wrong.keySet());
            Map<String, Object> instead = new TreeMap<>(got);
            instead.keySet().retainAll(wrong.keySet());
            differ(lost ? What.LOST : What.WRONG, place, wrong, instead);
        }
        Map<Map<String, Object>, Integer> equal = new HashMap<>();
        there(place).forEach(copy -> equal.merge(copy.fields(), 1, Integer::sum));
        equal.values().removeIf(times -> times <= ledger.allowed(place) + reshaped(place));
        if (!equal.isEmpty()) {
            differ(What.DOUBLED, place, ledger.allowed(place) + " at most", there(place));
        }
    }

    /** Other settings make another point, which is sent again where that is wanted. */
    private int reshaped(Place place) {
        List<Copy> copies = ledger.copies(place);
        return copies.isEmpty()
                ? 0
                : chosen.changes(copies.get(0).when(), copies.get(copies.size() - 1).when());
    }

    private List<Copy> there(Place place) {
        return ledger.copies(place).stream().filter(copy -> copy.counts(files)).toList();
    }

    private void differ(What what, Place place, Object expected, Object got) {
        differences.add(new Difference(what, place, expected.toString(), got.toString()));
    }
}
