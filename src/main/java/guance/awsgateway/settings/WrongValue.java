package guance.awsgateway.settings;

/**
 * Says of one value what it is, what was expected and what to do; its key is added by the catcher.
 */
final class WrongValue extends IllegalArgumentException {

    WrongValue(String advice) {
        super(advice);
    }
}
