package guance.awsgateway.templates;

import guance.awsgateway.point.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A query as Guance would read it: the subset of DQL that our templates and the vendor's use.
 *
 * @param alias empty for none
 */
record ParsedDql(
        String namespace,
        String source,
        String function,
        String field,
        String alias,
        Condition condition,
        List<String> by) {

    private static final Set<String> FUNCTIONS =
            Set.of("sum", "avg", "max", "min", "last", "first", "count", "count_distinct");

    /** Of an object, Guance's own. */
    private static final Set<String> PLATFORM = Set.of("last_update_time");

    /**
     * @throws IllegalArgumentException for what is not of the subset
     */
    static ParsedDql of(String text) {
        DqlTokens tokens = new DqlTokens(text);
        String namespace = tokens.word();
        tokens.expect("::");
        String source = tokens.name();
        tokens.expect(":");
        tokens.expect("(");
        String function = tokens.word();
        if (!FUNCTIONS.contains(function)) {
            throw new IllegalArgumentException("no function: " + function);
        }
        tokens.expect("(");
        String field = tokens.name();
        tokens.expect(")");
        String alias = tokens.skip("as") ? tokens.name() : "";
        tokens.expect(")");
        Condition condition = tokens.skip("{") ? Condition.until("}", tokens) : Condition.ALL;
        List<String> by = by(tokens);
        if (!tokens.isEmpty()) {
            throw new IllegalArgumentException("too much: " + text);
        }
        return new ParsedDql(namespace, source, function, field, alias, condition, by);
    }

    private static List<String> by(DqlTokens tokens) {
        List<String> by = new ArrayList<>();
        if (tokens.skip("by")) {
            do {
                by.add(tokens.name());
            } while (tokens.skip(","));
        }
        return by;
    }

    /** Whether a point gives a value to the query, with {@code *} for every variable. */
    boolean finds(Point point) {
        return point.measurement().equals(source)
                && has(point, field)
                && by.stream().allMatch(point.tags()::containsKey)
                && condition.holds(point.tags());
    }

    private static boolean has(Point point, String name) {
        return point.fields().containsKey(name)
                || point.tags().containsKey(name)
                || PLATFORM.contains(name);
    }
}
