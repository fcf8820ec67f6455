package guance.awsgateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private final TestClock clock = new TestClock("2026-11-24T12:00:00Z");
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    /** At once is no wish: it would use up all tries while the receiver is still busy. */
    @ParameterizedTest(name = "Retry-After: {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1                               | PT1S
                    59                              | PT59S
                    61                              | PT1M
                    99999999999999999999            | PT1M
                    0                               |
                    Tue, 24 Nov 2026 12:00:07 GMT   | PT7S
                    Tue, 24 Nov 2026 13:00:00 GMT   | PT1M
                    Tue, 24 Nov 2026 12:00:00 GMT   |
                    Tue, 24 Nov 2026 11:00:00 GMT   |
                    -1                              |
                    1.5                             |
                    soon                            |
                    2026-11-24T12:00:07Z            |
                    ''                              |
                    """)
    void theReceiverAsksForAPause(String text, Duration pause) {
        Instant now = clock.instant();

        assertThat(RetryAfter.pause(text, now)).isEqualTo(Optional.ofNullable(pause));
    }

    @Test
    void thePauseIsTheNextRedeliverysDelay() {
        exchange.setException(answer(" 7 "));

        new RetryAfter(clock).process(exchange);

        assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_DELAY)).isEqualTo(7000L);
    }

    @Test
    void withoutAWishTheBackOffIsTheRoutesOwn() {
        exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, 7000L);
        exchange.setException(answer(null));

        new RetryAfter(clock).process(exchange);

        assertThat(exchange.getMessage().getHeaders()).isEmpty();
    }

    private static Exception answer(String retryAfter) {
        return new RuntimeException(new RefusedException(Verdict.of(429, ""), retryAfter));
    }
}
