package guance.awsgateway.inventory;

import guance.awsgateway.target.Target;
import java.io.IOException;
import java.util.Map;

/** The last good inventory of each target, where it outlives the process. */
public interface KeptInventories {

    /**
     * @return nothing where there is none, or none of use
     * @throws RuntimeException where it cannot be read, or a newer version has written it
     */
    Map<Half, ListedHalf> read(Target target);

    /**
     * Asked by a run of the objects before it lists, and before it hands out what it has listed.
     *
     * @throws guance.awsgateway.database.OvertakenException where another node runs the target now
     * @throws guance.awsgateway.database.DatabaseException where nobody knows
     */
    void requireLease(Target target);

    /** Does nothing in a dry run. */
    void write(Target target, Map<Half, ListedHalf> halves) throws IOException;
}
