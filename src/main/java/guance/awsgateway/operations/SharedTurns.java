package guance.awsgateway.operations;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets one run of a target and job go on at a time, here and on all nodes. */
final class SharedTurns {

    private final Turns turns = new Turns();
    private final Nodes nodes;

    SharedTurns(Nodes nodes) {
        this.nodes = nodes;
    }

    Nodes nodes() {
        return nodes;
    }

    /**
     * Whether the run may begin; it goes on then until {@link #end} or {@link #leave}.
     *
     * @param fired whether a schedule set it off, and not a person
     * @param recovered whether quartz repeats it, as the node that began it is dead
     * @param exchangeId of what carries the run
     */
    boolean take(Run run, boolean fired, boolean recovered, String exchangeId) {
        if (!turns.take(run, fired, exchangeId)) {
            return false;
        }
        Optional<String> elsewhere = nodes.take(run.key(), recovered);
        elsewhere.ifPresent(why -> turns.giveBack(run, why));
        return elsewhere.isEmpty();
    }

    void end(Run run, RunRecord record, Instant now) {
        nodes.end(run.key(), record);
        turns.end(run, now);
    }

    /** Makes room where the run broke; without effect after its end. */
    void leave(String exchangeId) {
        turns.leave(exchangeId).ifPresent(nodes::leave);
    }

    /**
     * Acts while no run of the target and job goes on, and none begins.
     *
     * @return empty, without having acted, where one goes on here
     * @throws IllegalStateException where one goes on elsewhere
     */
    <T> Optional<T> between(RunKey key, Supplier<T> action) {
        if (!turns.hold(key)) {
            return Optional.empty();
        }
        try {
            Optional<String> elsewhere = nodes.take(key, false);
            if (elsewhere.isPresent()) {
                throw new IllegalStateException(
                        "%s %s: %s".formatted(key.job(), key.targetId(), elsewhere.get()));
            }
            return Optional.of(action.get());
        } finally {
            nodes.leave(key);
            turns.release(key);
        }
    }

    /** Those that go on here. */
    Collection<Run> going() {
        return turns.going();
    }

    boolean isGoing(RunKey key) {
        return turns.isGoing(key);
    }

    long refused(RunKey key) {
        return turns.refused(key);
    }
}
