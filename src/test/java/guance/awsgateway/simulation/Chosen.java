package guance.awsgateway.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What was set when, and so what is owed: what was chosen while its minute could be read. */
final class Chosen {

    /** {@code metrics.backfill}: older gaps are given up. */
    private static final Duration READ_WITHIN = Duration.ofHours(24);

    private record Since(Instant from, Setting setting) {}

    private final Set<String> statistics;
    private final Predicate<Place> steady;
    private final List<Since> all = new ArrayList<>();

    /**
     * @param statistics those that are sent where a setting says nothing else
     * @param steady whether the API of a point is there from the beginning to the end
     */
    Chosen(Set<String> statistics, Predicate<Place> steady) {
        this.statistics = statistics;
        this.steady = steady;
        all.add(new Since(Instant.MIN, Setting.EVERYTHING));
    }

    Setting now() {
        return all.get(all.size() - 1).setting;
    }

    /** A collector starts with it. */
    void set(Instant time, Setting setting) {
        if (setting != now()) {
            all.add(new Since(time, setting));
        }
    }

    /** Whether a collector that has started with what is set now does not send a field. */
    boolean leavesOut(Place place, String field) {
        return leavesOut(now(), place, field);
    }

    private boolean leavesOut(Setting setting, Place place, String field) {
        String statistic = field.substring(field.lastIndexOf('_') + 1);
        return setting.leavesOut(place, field)
                || !setting.choosesStatistics() && !statistics.contains(statistic);
    }

    /** How often it changed after a time, and not after another. */
    int changes(Instant after, Instant until) {
        return (int)
                all.stream()
                        .filter(since -> since.from.isAfter(after) && !since.from.isAfter(until))
                        .count();
    }

    boolean isOwed(Place place, String field) {
        for (int i = 0; i < all.size(); i++) {
            boolean over = i + 1 < all.size() && !all.get(i + 1).from.isAfter(place.time());
            boolean later = all.get(i).from.isAfter(place.time().plus(READ_WITHIN));
            if (!over && !later && mayLeaveOut(all.get(i).setting, place, field)) {
                return false;
            }
        }
        return true;
    }

    private boolean mayLeaveOut(Setting setting, Place place, String field) {
        return leavesOut(setting, place, field)
                || setting == Setting.FEWER_APIS && !steady.test(place);
    }
}
