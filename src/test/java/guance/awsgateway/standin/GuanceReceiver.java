package guance.awsgateway.standin;

/** Which of the two ways into Guance the stand-in is. */
enum GuanceReceiver {
    /** Guance's public entrance: wants a token, reads line protocol. */
    DATAWAY,
    /** The local agent: ignores the token, reads JSON too, rewrites times far from now. */
    DATAKIT
}
