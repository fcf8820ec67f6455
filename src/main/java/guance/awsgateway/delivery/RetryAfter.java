package guance.awsgateway.delivery;

import java.math.BigInteger;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Lets the next try wait as long as the receiver asks for in Retry-After, up to a minute. */
public final class RetryAfter implements Processor {

    private static final Duration CAP = Duration.ofSeconds(60);

    private final Clock clock;

    public RetryAfter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().removeHeader(Exchange.REDELIVERY_DELAY);
        wish(exchange.getException())
                .flatMap(text -> pause(text, clock.instant()))
                .ifPresent(
                        pause ->
                                exchange.getMessage()
                                        .setHeader(Exchange.REDELIVERY_DELAY, pause.toMillis()));
    }

    private static Optional<String> wish(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RefusedException refused) {
                return refused.retryAfter().map(String::strip);
            }
        }
        return Optional.empty();
    }

    /**
     * At once is no wish: it would use up every try while the receiver is still busy.
     *
     * @param text seconds or an HTTP date; anything else is no wish. Source: RFC 9110, 10.2.3
     * @return above zero, up to the cap
     */
    static Optional<Duration> pause(String text, Instant now) {
        try {
            Duration asked =
                    text.matches("\\d+") ? seconds(text) : Duration.between(now, date(text));
            Duration pause = asked.compareTo(CAP) < 0 ? asked : CAP;
            return Optional.of(pause).filter(p -> !p.isNegative() && !p.isZero());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration seconds(String digits) {
        return Duration.ofSeconds(
                new BigInteger(digits).min(BigInteger.valueOf(CAP.toSeconds())).longValue());
    }

    private static Instant date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
