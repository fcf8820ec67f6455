package guance.awsgateway.target;

/** An answer that AWS does not give, but what imitates it may; the message is the advice. */
public final class OddAnswerException extends RuntimeException {

    public OddAnswerException(String sentence) {
        super(sentence);
    }
}
