package guance.awsgateway.operations.check;

import guance.awsgateway.delivery.FailedInquiryException;
import guance.awsgateway.target.Stopwatch;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks until what was written is seen, with growing pauses, for two minutes at most. */
record Polling(Stopwatch stopwatch) {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Something to ask the receiver. */
    interface Question<T> {

        T ask() throws FailedInquiryException;
    }

    /**
     * @param after since the first question
     */
    record Seen<T>(T answer, Duration after) {}

    /** Empty where it was not seen in time; a question that fails ends it. */
    <T> Optional<Seen<T>> until(Question<T> question, Predicate<T> isSeen)
            throws FailedInquiryException, InterruptedException {
        long start = stopwatch.nanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            T answer = question.ask();
            Duration after = Duration.ofNanos(stopwatch.nanos() - start);
            if (isSeen.test(answer)) {
                return Optional.of(new Seen<>(answer, after));
            }
            if (after.plus(pause).compareTo(LONGEST) > 0) {
                return Optional.empty();
            }
            stopwatch.sleep(pause.toNanos());
            pause = longer(pause);
        }
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.multipliedBy(3).dividedBy(2);
        return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }
}
