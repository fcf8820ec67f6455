package guance.awsgateway.settings;

/** How points are written. */
public enum Encoding {
    LINE_PROTOCOL,
    /** With {@link Receiver#DATAKIT} only. */
    JSON
}
