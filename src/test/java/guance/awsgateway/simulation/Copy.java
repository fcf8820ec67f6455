package guance.awsgateway.simulation;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * One time that a point came.
 *
 * @param file the name of the one it is parked in; null for a point that Guance has
 */
record Copy(Instant when, Map<String, Object> fields, String file) {

    boolean isParked() {
        return file != null;
    }

    /**
     * @param files what is still parked
     */
    boolean counts(Set<String> files) {
        return file == null || files.contains(file);
    }
}
