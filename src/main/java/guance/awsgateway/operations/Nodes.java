package guance.awsgateway.operations;

import guance.awsgateway.metrics.Standing;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The collectors that share the targets, this one among them. */
public interface Nodes {

    /** No other: whatever may run here may run. */
    Nodes ALONE = new Alone();

    /**
     * Asks whether a run may begin here, which none of the target and job does elsewhere until
     * {@link #end} or {@link #leave}.
     *
     * @param recovered whether the schedule says that the node that ran it is dead
     * @return why not; empty where it may
     */
    Optional<String> take(RunKey key, boolean recovered);

    /** Asked before each request: why a run may not go on here. */
    Optional<String> obstacle(RunKey key);

    /** The run has ended, which the others are told. */
    void end(RunKey key, RunRecord record);

    /** There is no run any more; without effect after {@link #end}. */
    void leave(RunKey key);

    /** How a job stands, as all see it; empty where there is no other node. */
    Optional<Seen> seen(RunKey key);

    /** What is suspended for all; empty where there is no other node. */
    Set<RunKey> suspended();

    /** Whether this node knows best how a job stands: it runs it, or ran it last. */
    boolean isHere(RunKey key);

    /** Why this node does not know how the others stand; empty where it does. */
    Optional<String> trouble();

    /**
     * A job as all nodes see it, as of some seconds ago.
     *
     * @param runsOn the node where a run goes on
     * @param ranOn the node that ran it last, which may be the same
     * @param lastRun the last that ended
     * @param clean when the last run began in which nothing failed
     * @param standing of the metrics
     * @param suspended whether its schedule is, for all nodes
     */
    record Seen(
            Optional<String> runsOn,
            Optional<String> ranOn,
            Optional<RunRecord> lastRun,
            Optional<Instant> clean,
            Standing standing,
            boolean suspended) {}
}
