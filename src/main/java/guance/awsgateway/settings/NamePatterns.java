package guance.awsgateway.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps of name patterns that filter one after another; without steps, every name passes.
 *
 * <p>The patterns of a step are alternatives; a leading {@code NOT} removes what matches any of the
 * rest. Case-sensitive.
 */
public record NamePatterns(List<Step> steps) {
    private static final String NOT = "NOT";

    /** Lets every name pass. */
    public static final NamePatterns ALL = new NamePatterns(List.of());

    /**
     * @param removes whether what matches goes, rather than stays
     */
    record Step(boolean removes, List<NamePattern> patterns) {

        boolean passes(String name) {
            return removes != patterns.stream().anyMatch(pattern -> pattern.matches(name));
        }

        boolean passesAll() {
            return !removes && patterns.contains(new NamePattern(NamePattern.ALL));
        }
    }

    public NamePatterns {
        steps = List.copyOf(steps);
    }

    /** Whether the name passes every step. */
    public boolean matches(String name) {
        return steps.stream().allMatch(step -> step.passes(name));
    }

    /** Whether no name at all is kept out, as far as the patterns alone tell. */
    public boolean matchesAll() {
        return steps.stream().allMatch(Step::passesAll);
    }

    /**
     * One step: patterns between commas, perhaps after {@code NOT}.
     *
     * @throws IllegalArgumentException with advice, when it is no step
     */
    public static NamePatterns parse(String text) {
        List<String> items = new ArrayList<>(Lists.of(text));
        boolean removes = !items.isEmpty() && items.get(0).equals(NOT);
        if (removes) {
            items.remove(0);
        }
        if (items.isEmpty()) {
            throw new WrongValue("names no pattern; write ALL, names, or NOT and names");
        }
        items.forEach(NamePatterns::check);
        return new NamePatterns(
                List.of(new Step(removes, items.stream().map(NamePattern::new).toList())));
    }

    NamePatterns then(NamePatterns next) {
        List<Step> both = new ArrayList<>(steps);
        both.addAll(next.steps);
        return new NamePatterns(both);
    }

    static NamePatterns inTurn(List<NamePatterns> steps) {
        return steps.stream().reduce(ALL, NamePatterns::then);
    }

    private static void check(String item) {
        if (item.equalsIgnoreCase(NOT)) {
            throw new WrongValue("NOT stands once, first and in capitals, such as NOT, Cache*");
        }
        if (item.startsWith(NOT + " ")) {
            throw new WrongValue(
                    "a comma follows NOT; write NOT, " + item.substring(NOT.length()).strip());
        }
        if (item.equalsIgnoreCase(NamePattern.ALL) && !item.equals(NamePattern.ALL)) {
            throw new WrongValue("ALL is written in capitals");
        }
    }
}
