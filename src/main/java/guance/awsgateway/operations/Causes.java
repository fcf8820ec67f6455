package guance.awsgateway.operations;

/** What went wrong, from the outermost exception to its root, in one line. */
public final class Causes {

    private Causes() {}

    /** Messages alone, each once, with a colon between. */
    public static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage()).replaceAll("\\s+", " ").strip();
            // Many an exception repeats the message of its cause.
            if (text.indexOf(message) < 0) {
                text.append(text.isEmpty() ? "" : ": ").append(message);
            }
        }
        return text.toString();
    }
}
