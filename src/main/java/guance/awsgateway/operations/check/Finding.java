package guance.awsgateway.operations.check;

/**
 * One thing that was tried, and what came of it.
 *
 * @param subject a target, the receiver, or this machine
 * @param words what was found, or what to do
 */
public record Finding(String subject, String call, Result result, String words) {

    /** How it went. */
    public enum Result {
        OK("ok"),
        FAILED("failed"),
        /** Worth knowing, and no failure. */
        NOTE("note");

        private final String text;

        Result(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Finding ok(String subject, String call, String words) {
        return new Finding(subject, call, Result.OK, words);
    }

    static Finding failed(String subject, String call, String words) {
        return new Finding(subject, call, Result.FAILED, words);
    }

    static Finding note(String subject, String call, String words) {
        return new Finding(subject, call, Result.NOTE, words);
    }
}
