package guance.awsgateway.standin;

import java.util.Set;
import java.util.regex.Pattern;

/** Unquoted field values of line protocol. */
final class GuanceFieldValue {

    private static final Set<String> TRUE = Set.of("t", "T", "true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("f", "F", "false", "False", "FALSE");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}i");
    private static final Pattern FLOAT = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private GuanceFieldValue() {}

    /**
     * @return a Double, a Long (suffix i), a Boolean, or null for what is none of them, such as NaN
     */
    static Object parse(String word) {
        if (TRUE.contains(word) || FALSE.contains(word)) {
            return TRUE.contains(word);
        }
        if (word.endsWith("i") && WHOLE.matcher(word).matches()) {
            return Long.valueOf(word.substring(0, word.length() - 1));
        }
        return FLOAT.matcher(word).matches() ? finite(word) : null;
    }

    private static Double finite(String word) {
        Double number = Double.valueOf(word);
        return Double.isFinite(number) ? number : null;
    }
}
