package guance.awsgateway.settings;

import java.util.Arrays;
import java.util.List;

/** Lists in one value. */
final class Lists {

    private Lists() {}

    /** The items between commas: trimmed, without blank ones, each once, in the order given. */
    static List<String> of(String text) {
        return split(text, ",");
    }

    static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * As {@link #of}, each item read by its own parser; doubles after reading are kept once too.
     */
    static <T> Parser<List<T>> of(Parser<T> item) {
        return text -> {
            List<String> items = of(text);
            return items.stream()
                    .map(one -> items.size() == 1 ? item.parse(one) : named(one, item))
                    .distinct()
                    .toList();
        };
    }

    /** Among several, a wrong item is told by name. */
    private static <T> T named(String one, Parser<T> item) {
        try {
            return item.parse(one);
        } catch (WrongValue wrong) {
            throw new WrongValue(one + " is " + wrong.getMessage());
        }
    }
}
