package guance.awsgateway.metrics;

import java.io.Closeable;
import java.io.IOException;

/** The journal of a target: what it has finished since its state was written. */
interface FinishedRequests extends Closeable {

    /**
     * Applies what belongs to a state.
     *
     * @throws RuntimeException where a newer version wrote it
     */
    void applyTo(TargetState state) throws IOException;

    /**
     * Kept when it returns.
     *
     * @param generation of the state that is kept, which the commit follows
     */
    void append(long generation, Commit commit) throws IOException;

    /** Empties it, as what it says stands in the state now. */
    void clear() throws IOException;
}
