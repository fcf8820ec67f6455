package guance.awsgateway.inventory;

/** A file that a newer version of the collector has written. */
final class NewerFormatException extends RuntimeException {

    NewerFormatException(int found, int known) {
        super("format %s, where this version knows %s".formatted(found, known));
    }
}
