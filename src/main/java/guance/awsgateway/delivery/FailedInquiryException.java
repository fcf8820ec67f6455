package guance.awsgateway.delivery;

/** A question that Guance did not answer as it should; the message says what to do. */
public final class FailedInquiryException extends Exception {

    private static final long serialVersionUID = 1;

    FailedInquiryException(String sentence) {
        super(sentence);
    }
}
