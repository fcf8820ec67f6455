package guance.awsgateway;

/** An edit cannot run; the message says where and why, in one line. */
final class Refusal extends Exception {

    Refusal(String message) {
        super(message);
    }
}
