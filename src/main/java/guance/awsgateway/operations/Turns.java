package guance.awsgateway.operations;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets one run of a target and job go on at a time, and counts those that it turns away. */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final Map<RunKey, Turn> going = new HashMap<>();
    private final Set<RunKey> held = new HashSet<>();
    private final Map<RunKey, Instant> ended = new HashMap<>();
    private final Map<RunKey, Long> refused = new HashMap<>();
    private final Map<RunKey, Long> inARow = new HashMap<>();

    /**
     * Whether the run may begin; it goes on then until {@link #end} or {@link #leave}.
     *
     * @param fired whether a schedule set it off, and not a person
     * @param exchangeId of what carries the run
     */
    synchronized boolean take(Run run, boolean fired, String exchangeId) {
        Optional<String> refusal = refusal(run, fired);
        refusal.ifPresentOrElse(why -> refuse(run, why), () -> admit(run, exchangeId));
        return refusal.isEmpty();
    }

    private Optional<String> refusal(Run run, boolean fired) {
        if (going.containsKey(run.key())) {
            return Optional.of("one goes on");
        }
        if (held.contains(run.key())) {
            return Optional.of("its watermark is being set");
        }
        return Optional.ofNullable(ended.get(run.key()))
                .filter(end -> fired && isCovered(run, end))
                .map(end -> "one went on until " + end);
    }

    /**
     * Lets no run begin until {@link #release}.
     *
     * @return false where one goes on, or runs are held already
     */
    synchronized boolean hold(RunKey key) {
        return !going.containsKey(key) && held.add(key);
    }

    synchronized void release(RunKey key) {
        held.remove(key);
    }

    /**
     * Quartz makes up every firing that it missed while a run went on. An end that lies in the
     * future says only that the clock has jumped back.
     */
    static boolean isCovered(Run run, Instant end) {
        return run.scheduled().isBefore(end) && !end.isAfter(run.started());
    }

    private void admit(Run run, String exchangeId) {
        going.put(run.key(), new Turn(run, exchangeId));
        inARow.remove(run.key());
    }

    private void refuse(Run run, String why) {
        refused.merge(run.key(), 1L, Long::sum);
        String text = "{}: the run of {} does not begin, as {}; the next covers its time";
        if (inARow.merge(run.key(), 1L, Long::sum) == 1) {
            LOG.info(text, run.label(), run.scheduled(), why);
        } else {
            LOG.debug(text, run.label(), run.scheduled(), why);
        }
    }

    synchronized void end(Run run, Instant now) {
        going.values().removeIf(turn -> turn.run() == run);
        ended.put(run.key(), now);
    }

    /**
     * Makes room where the run broke; without effect after its end.
     *
     * @return whose run it was
     */
    synchronized Optional<RunKey> leave(String exchangeId) {
        Optional<RunKey> key =
                going.values().stream()
                        .filter(turn -> turn.exchangeId().equals(exchangeId))
                        .map(turn -> turn.run().key())
                        .findFirst();
        key.ifPresent(going::remove);
        return key;
    }

    /** A run that was let begin may not, for a reason that lies outside of this process. */
    synchronized void giveBack(Run run, String why) {
        going.values().removeIf(turn -> turn.run() == run);
        refuse(run, why);
    }

    synchronized boolean isGoing(RunKey key) {
        return going.containsKey(key);
    }

    /** A snapshot. */
    synchronized List<Run> going() {
        return going.values().stream().map(Turn::run).toList();
    }

    synchronized long refused(RunKey key) {
        return refused.getOrDefault(key, 0L);
    }

    private record Turn(Run run, String exchangeId) {}
}
