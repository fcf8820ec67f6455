package guance.awsgateway.standin;

import java.util.Set;

/** Unquoted field values of line protocol. */
final class GuanceFieldValue {

    private static final Set<String> TRUE = Set.of("t", "T", "true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("f", "F", "false", "False", "FALSE");

    private GuanceFieldValue() {}

    /**
     * @return a Double, a Long (suffix i), a Boolean, or null for what is none of them, such as NaN
     */
    static Object parse(String word) {
        if (TRUE.contains(word) || FALSE.contains(word)) {
            return TRUE.contains(word);
        }
        if (word.matches("-?[0-9]{1,18}i")) {
            return Long.valueOf(word.substring(0, word.length() - 1));
        }
        return word.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?") ? finite(word) : null;
    }

    private static Double finite(String word) {
        Double number = Double.valueOf(word);
        return Double.isFinite(number) ? number : null;
    }
}
