package guance.awsgateway.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Amounts as people read them, the same in every locale. */
public final class Amounts {

    private Amounts() {}

    /** USD to the cent, half up, such as {@code 2,452.80}. */
    public static String usd(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
    }

    /** Such as {@code 7,000}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Such as {@code 5 min}; in seconds where it is no whole minute. */
    public static String every(Duration interval) {
        return interval.toSeconds() % 60 == 0
                ? interval.toMinutes() + " min"
                : interval.toSeconds() + " s";
    }
}
