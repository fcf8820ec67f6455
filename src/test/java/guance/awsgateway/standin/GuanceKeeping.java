package guance.awsgateway.standin;

/** What a Guance makes of metric values that come for the same series and time. */
public enum GuanceKeeping {
    /** All are there. */
    APPENDS,
    /** The newest is there. */
    OVERWRITES,
    /** The first is there. */
    KEEPS_FIRST,
    /** It says that it takes points, and keeps none. */
    DROPS
}
