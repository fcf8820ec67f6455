package guance.awsgateway.target;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * The time as AWS sees it, by the {@code Date} of its answers: minutes that have not happened yet
 * by AWS's clock must not be read, whatever the machine's clock says.
 */
public final class AwsTime {

    /** More than an attempt may take, so that an answer that was long under way is no skew. */
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<String, Skew> skews = new ConcurrentHashMap<>();

    /**
     * @param measured by the machine's clock
     * @param ahead how far that clock was ahead of AWS's; zero within the tolerance
     */
    record Skew(Instant measured, Duration ahead) {

        static final Skew NONE = new Skew(Instant.MIN, Duration.ZERO);

        /**
         * @param date the header, which names the second that had begun, empty without one
         * @return empty where the header cannot be read: then it says nothing
         */
        static Optional<Skew> of(Instant clock, String date) {
            try {
                Instant aws = ZonedDateTime.parse(date, RFC_1123_DATE_TIME).toInstant();
                Duration ahead = Duration.between(aws, clock);
                boolean skewed = ahead.compareTo(TOLERANCE) > 0;
                return Optional.of(new Skew(clock, skewed ? ahead : Duration.ZERO));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        /** A clock that was set back since by half of it or more has been corrected. */
        Instant correct(Instant clock) {
            boolean corrected = clock.isBefore(measured.minus(ahead.dividedBy(2)));
            return corrected ? clock : clock.minus(ahead);
        }
    }

    public AwsTime(Clock clock) {
        this.clock = clock;
    }

    /**
     * @return the machine's time less what it was ahead at the target's last answer: at most a
     *     second, and the time the answer took, behind AWS's
     */
    public Instant now(String targetId) {
        return skews.getOrDefault(targetId, Skew.NONE).correct(clock.instant());
    }

    /** Reads the date of every answer to a client of the target, errors included. */
    ExecutionInterceptor of(Target target) {
        return new ExecutionInterceptor() {
            @Override
            public void afterTransmission(
                    Context.AfterTransmission context, ExecutionAttributes attributes) {
                String date = context.httpResponse().firstMatchingHeader("Date").orElse("");
                Skew.of(clock.instant(), date).ifPresent(skew -> skews.put(target.id(), skew));
            }
        };
    }
}
