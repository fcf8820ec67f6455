package guance.awsgateway.metrics;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** What a quartz expression says of the time between its firings, in UTC. */
public final class Schedule {

    private final CronExpression cron;
    private volatile Lull lull;

    /**
     * @throws IllegalArgumentException for what quartz does not understand
     */
    public Schedule(String cron) {
        try {
            this.cron = new CronExpression(cron);
        } catch (ParseException e) {
            throw new IllegalArgumentException(cron + ": " + e.getMessage(), e);
        }
        this.cron.setTimeZone(TimeZone.getTimeZone("UTC"));
    }

    /**
     * Between the newest firing up to {@code now} and the one before it; where there are not two,
     * between the next two; empty where there are not two either.
     */
    public Optional<Duration> interval(Instant now) {
        Lull known = lull;
        if (known == null || !known.holds(now)) {
            known = around(now);
            lull = known;
        }
        return known.interval();
    }

    private Lull around(Instant now) {
        Date last = cron.getTimeBefore(Date.from(now.plusMillis(1)));
        Date before = last == null ? null : cron.getTimeBefore(last);
        return new Lull(
                last == null ? Instant.MIN : last.toInstant(),
                after(now).orElse(Instant.MAX),
                between(before, last).or(() -> next(now)));
    }

    /** When it fires next; empty where it fires no more. */
    public Optional<Instant> after(Instant time) {
        return Optional.ofNullable(cron.getNextValidTimeAfter(Date.from(time)))
                .map(Date::toInstant);
    }

    private Optional<Duration> next(Instant now) {
        Date next = cron.getNextValidTimeAfter(Date.from(now));
        Date afterNext = next == null ? null : cron.getNextValidTimeAfter(next);
        return between(next, afterNext);
    }

    private static Optional<Duration> between(Date from, Date to) {
        return from == null || to == null
                ? Optional.empty()
                : Optional.of(Duration.between(from.toInstant(), to.toInstant()));
    }

    /**
     * From one firing until the next, in which the answer is the same: quartz finds an earlier
     * firing by many guesses.
     */
    private record Lull(Instant from, Instant until, Optional<Duration> interval) {

        boolean holds(Instant time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }
}
