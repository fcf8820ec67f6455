package guance.awsgateway.operations;

import guance.awsgateway.delivery.Replay;
import java.util.function.Supplier;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;

/** What JMX shows of the whole collector; README says what each means. */
@ManagedResource(description = "The dead letters and the cost of the collector")
public final class ManagedCollector {

    private final Replay replay;
    private final JobControl control;
    private final Supplier<String> deadLetters;
    private final Costs costs;
    private final Reloads reloads;

    /**
     * @param deadLetters a table of them
     */
    ManagedCollector(
            Replay replay,
            JobControl control,
            Supplier<String> deadLetters,
            Costs costs,
            Reloads reloads) {
        this.reloads = reloads;
        this.replay = replay;
        this.control = control;
        this.deadLetters = deadLetters;
        this.costs = costs;
    }

    @ManagedAttribute(description = "Batches that are parked")
    public int getParkedBatches() {
        return replay.waiting();
    }

    @ManagedAttribute(description = "Points sent again since the start and accepted")
    public long getReplayedPoints() {
        return replay.sum().accepted();
    }

    @ManagedAttribute(description = "Points that became older than dead-letter.max-age")
    public long getExpiredPoints() {
        return replay.expired();
    }

    @ManagedAttribute(description = "What became of the last edit of routes or settings, and when")
    public String getReload() {
        return reloads.last().map(Object::toString).orElse("nothing was edited since the start");
    }

    @ManagedOperation(description = "Sends what is parked; returns how many batches that is")
    public int replay() {
        return control.replay();
    }

    @ManagedOperation(description = "As replay, with what was rejected")
    public int replayRejected() {
        return control.replayRejected();
    }

    @ManagedOperation(description = "What is parked and rejected, as a table")
    public String deadLetters() {
        return deadLetters.get();
    }

    @ManagedOperation(description = "What AWS will bill for the metrics, as a table")
    public String projectedCost() {
        return costs.projection().text();
    }
}
