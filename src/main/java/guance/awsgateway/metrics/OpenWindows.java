package guance.awsgateway.metrics;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The open windows of a target, oldest first; to be used under the monitor of its state. */
final class OpenWindows {

    private final Map<Long, OpenWindow> byId = new LinkedHashMap<>();
    private long nextId = 1;

    long nextId() {
        return nextId;
    }

    List<OpenWindow> all() {
        return List.copyOf(byId.values());
    }

    Optional<OpenWindow> get(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * @param nextId the id of the next window to open
     */
    void replace(List<OpenWindow> windows, long nextId) {
        byId.clear();
        windows.forEach(one -> byId.put(one.id(), one));
        this.nextId = nextId;
    }

    /** Opens a window to read some series back; it stands behind the others. */
    void readBack(Window window, Instant now, Collection<Series> series) {
        byId.put(nextId, new OpenWindow(nextId, window, window.from(), now, Set.copyOf(series)));
        nextId++;
    }

    void close(long id) {
        byId.remove(id);
    }

    /**
     * Takes over which sets are done, and since when one is held; once more, it changes nothing.
     */
    void apply(Commit commit) {
        commit.done().forEach((id, sets) -> get(id).ifPresent(one -> one.done().addAll(sets)));
        if (commit.held() != null) {
            byId.computeIfPresent(commit.window(), (id, one) -> one.heldSince(commit.held()));
        }
    }

    /** Whether one of them asks for a set at a time. */
    boolean askFor(DimensionSet set, Instant time) {
        return byId.values().stream().anyMatch(one -> one.asksFor(set, time));
    }

    /** Whether one of them is to bring what a set has at a time. */
    boolean owe(DimensionSet set, Instant time) {
        return byId.values().stream().anyMatch(one -> one.owes(set, time));
    }

    /** Whether another one of all series that a call reads along still waits for a set. */
    boolean await(DimensionSet set, PlannedWindow window) {
        return within(window.asked(), window.id()).anyMatch(one -> !one.done().contains(set));
    }

    /**
     * The other windows of all series that a call for these minutes reads too.
     *
     * @param id of its own window
     */
    Stream<OpenWindow> within(Window asked, long id) {
        return ofAllSeries().filter(one -> one.id() != id && asked.holds(one.asked()));
    }

    /** Those that read all series: no read-backs. */
    Stream<OpenWindow> ofAllSeries() {
        return byId.values().stream().filter(one -> !one.isReadBack());
    }
}
