package guance.awsgateway.settings;

/** Who takes the points. */
public enum Receiver {
    /** Guance's own address, by token. */
    DATAWAY,
    /** An agent nearby, without token. */
    DATAKIT
}
