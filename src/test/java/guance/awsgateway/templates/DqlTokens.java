package guance.awsgateway.templates;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a query, one after the other. */
final class DqlTokens {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(`[^`]*`|'[^']*'|[A-Za-z_]\\w*|::|!=|>=|<=|[:(){},=<>])");

    private final Deque<String> left = new ArrayDeque<>();

    /**
     * @throws IllegalArgumentException where a part is no word of the subset
     */
    DqlTokens(String query) {
        Matcher token = TOKEN.matcher(query);
        int end = 0;
        while (token.find() && token.start() == end) {
            left.add(token.group(1));
            end = token.end();
        }
        if (!query.substring(end).isBlank()) {
            throw new IllegalArgumentException("not understood: " + query.substring(end));
        }
    }

    /** Passes over the next one if it is this, whatever the case of letters. */
    boolean skip(String word) {
        boolean is = !left.isEmpty() && left.peek().equalsIgnoreCase(word);
        if (is) {
            left.remove();
        }
        return is;
    }

    void expect(String word) {
        if (!skip(word)) {
            throw new IllegalArgumentException(word + " is missing before " + left);
        }
    }

    /** A plain word, in lower case. */
    String word() {
        return next().toLowerCase(Locale.ROOT);
    }

    /** A name in backquotes, as every one must be. */
    String name() {
        return quoted('`');
    }

    String text() {
        return quoted('\'');
    }

    private String quoted(char quote) {
        String token = next();
        if (token.charAt(0) != quote) {
            throw new IllegalArgumentException("without " + quote + ": " + token);
        }
        return token.substring(1, token.length() - 1);
    }

    private String next() {
        if (left.isEmpty()) {
            throw new IllegalArgumentException("the query ends too early");
        }
        return left.remove();
    }

    boolean isEmpty() {
        return left.isEmpty();
    }
}
