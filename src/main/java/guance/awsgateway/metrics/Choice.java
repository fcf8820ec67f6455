package guance.awsgateway.metrics;

/** Whether a series is read, and if not, which one setting would change that. */
enum Choice {
    READ,

    /** {@code metrics.grains} alone leaves it out. */
    OTHER_GRAIN,

    /** {@code metrics.selection} alone leaves it out. */
    OTHER_METRIC,

    /** The API is not chosen, or several settings leave it out. */
    OTHER
}
