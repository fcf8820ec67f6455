package guance.awsgateway.simulation;

/** Where what has arrived is not what should have. */
record Difference(What what, Place place, String expected, String got) {

    enum What {
        LOST,
        DOUBLED,
        WRONG,
        EXTRA,
        /** Sent without a metric that it should have waited for. */
        EARLY,
        TAGS
    }

    @Override
    public String toString() {
        return "%-7s %s: expected %s, got %s".formatted(what, place, expected, got);
    }
}
