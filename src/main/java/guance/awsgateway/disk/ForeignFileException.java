package guance.awsgateway.disk;

/** A file holds something else than what its name says. */
public final class ForeignFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param what it is, in words for people
     */
    public ForeignFileException(String what) {
        super(what);
    }
}
