package guance.awsgateway.operations;

import java.util.Locale;

/** What a run does. */
public enum Job {
    OBJECTS,
    METRICS;

    /** As in the ids of the routes, and in log lines. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
