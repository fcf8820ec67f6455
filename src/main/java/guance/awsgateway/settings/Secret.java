package guance.awsgateway.settings;

/** A value that never shows in a log, an error or a dump. */
public record Secret(String value) {

    /** Says only that there is one. */
    @Override
    public String toString() {
        return "Secret[***]";
    }
}
