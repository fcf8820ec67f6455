package guance.awsgateway.routes;

/** How a route file compares to the one that this version ships. */
public enum Origin {
    AS_SHIPPED("as shipped"),
    EDITED("edited"),
    /** Another version shipped it. */
    OLDER("older"),
    OLDER_AND_EDITED("older, and edited"),
    NEWER("newer"),
    OWN("your own"),
    MISSING("missing");

    private final String text;

    Origin(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
