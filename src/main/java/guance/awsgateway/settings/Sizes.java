package guance.awsgateway.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes with their unit: {@code 512KiB}, {@code 1MiB}, {@code 1GiB}, {@code 4096B}; in bytes. */
final class Sizes {
    private static final Pattern FORM = Pattern.compile("(\\d{1,10})(B|KiB|MiB|GiB)");

    private Sizes() {}

    static long parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new WrongValue(
                    "not a size; write a whole number and B, KiB, MiB or GiB, such as 1MiB");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "B" -> count;
            case "KiB" -> count << 10;
            case "MiB" -> count << 20;
            default -> count << 30;
        };
    }

    static Parser<Long> between(String least, String most) {
        return text -> {
            long bytes = parse(text);
            if (bytes < parse(least) || bytes > parse(most)) {
                throw new WrongValue("must be from " + least + " to " + most);
            }
            return bytes;
        };
    }
}
