package guance.awsgateway.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations with their unit: {@code 90s}, {@code 5m}, {@code 1h}, {@code 7d}. */
final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(s|m|h|d)");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Durations() {}

    static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new WrongValue(
                    text.matches("\\d{1,9}")
                            ? "has no unit; write " + text + "m or " + text + "s"
                            : "not a duration; write a whole number and s, m, h or d, such as 5m");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    static Parser<Duration> upTo(String longest) {
        return text -> {
            Duration duration = parse(text);
            if (duration.compareTo(parse(longest)) > 0) {
                throw new WrongValue("too long; at most " + longest);
            }
            return duration;
        };
    }

    static Parser<Duration> positiveUpTo(String longest) {
        return text -> {
            Duration duration = upTo(longest).parse(text);
            if (duration.isZero()) {
                throw new WrongValue("must be more than 0s and at most " + longest);
            }
            return duration;
        };
    }

    /** CloudWatch keeps one-minute data at the finest here, and periods are its multiples. */
    static Duration period(String text) {
        Duration period = upTo("1d").parse(text);
        if (period.isZero() || period.toSeconds() % MINUTE.toSeconds() != 0) {
            throw new WrongValue("must be a multiple of 60s, such as 60s or 120s");
        }
        return period;
    }
}
