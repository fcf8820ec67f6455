package guance.awsgateway.bench;

/** Something that reads CloudWatch in cycles, in a process of its own. */
interface Reader extends AutoCloseable {

    /**
     * Reads what has come in some time, to the end.
     *
     * @param seconds since the last cycle
     * @return how many values it delivered by its own words
     */
    long cycle(int seconds);

    Child child();

    @Override
    default void close() throws InterruptedException {
        child().close();
    }
}
