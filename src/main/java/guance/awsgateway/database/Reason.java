package guance.awsgateway.database;

/** Why the database refuses, in one line. */
final class Reason {

    private Reason() {}

    /** The innermost cause says most: what stands around it is the pool's. */
    static String of(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        String text = inner.getMessage();
        return text == null || text.isBlank()
                ? inner.getClass().getSimpleName()
                : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
