package guance.awsgateway.settings;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers, shares and switches. */
final class Numbers {

    private Numbers() {}

    static Parser<Integer> between(int least, int most) {
        return text -> {
            if (text.matches("\\d{1,9}")) {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            }
            throw new WrongValue("must be a whole number from " + least + " to " + most);
        };
    }

    /** {@code 50%} as 0.5. */
    static double share(String text) {
        if (text.matches("\\d{1,3}(\\.\\d{1,3})?%")) {
            double percent = Double.parseDouble(text.substring(0, text.length() - 1));
            if (percent >= 1 && percent <= 100) {
                return percent / 100;
            }
        }
        throw new WrongValue("must be from 1% to 100%, such as 50%");
    }

    /** An amount above zero in USD, or {@code none}. */
    static Optional<BigDecimal> budget(String text) {
        return text.equals("none") ? Optional.empty() : Optional.of(amount(text));
    }

    /** An amount above zero in USD. */
    static BigDecimal amount(String text) {
        if (text.matches("\\d{1,12}(\\.\\d{1,9})?") && new BigDecimal(text).signum() > 0) {
            return new BigDecimal(text);
        }
        throw new WrongValue("must be an amount in USD above 0, such as 25 or 0.01");
    }

    static boolean yes(String text) {
        return choice("true", "false").parse(text).equals("true");
    }

    /** One of the words, exactly. */
    static Parser<String> choice(String one, String other) {
        return text -> {
            if (!text.equals(one) && !text.equals(other)) {
                throw new WrongValue("must be " + one + " or " + other);
            }
            return text;
        };
    }
}
