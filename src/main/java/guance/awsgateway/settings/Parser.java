package guance.awsgateway.settings;

/** Reads one value. */
@FunctionalInterface
interface Parser<T> {

    /**
     * @param text trimmed, not blank
     * @throws WrongValue when it is not of the expected form
     */
    T parse(String text);
}
