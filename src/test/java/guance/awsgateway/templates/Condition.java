package guance.awsgateway.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What stands in the braces of a query. */
sealed interface Condition {

    Condition ALL = new Every(List.of());

    /** Whether tags fulfil it; a variable is one that nobody chose. */
    boolean holds(Map<String, String> tags);

    /** Each comparison, from left to right. */
    Stream<Is> parts();

    /** One tag with one value, {@code #{x}} for a variable. */
    record Is(String tag, String value) implements Condition {

        @Override
        public boolean holds(Map<String, String> tags) {
            return value.startsWith("#{") || value.equals(tags.get(tag));
        }

        @Override
        public Stream<Is> parts() {
            return Stream.of(this);
        }
    }

    record Every(List<Condition> all) implements Condition {

        @Override
        public boolean holds(Map<String, String> tags) {
            return all.stream().allMatch(one -> one.holds(tags));
        }

        @Override
        public Stream<Is> parts() {
            return all.stream().flatMap(Condition::parts);
        }
    }

    record Either(List<Condition> any) implements Condition {

        @Override
        public boolean holds(Map<String, String> tags) {
            return any.stream().anyMatch(one -> one.holds(tags));
        }

        @Override
        public Stream<Is> parts() {
            return any.stream().flatMap(Condition::parts);
        }
    }

    /** Reads up to a closing word and passes over it. */
    static Condition until(String end, DqlTokens tokens) {
        List<Condition> any = new ArrayList<>();
        do {
            any.add(every(tokens));
        } while (tokens.skip("or"));
        tokens.expect(end);
        return any.size() == 1 ? any.get(0) : new Either(any);
    }

    private static Condition every(DqlTokens tokens) {
        List<Condition> all = new ArrayList<>();
        do {
            all.add(one(tokens));
        } while (tokens.skip("and"));
        return all.size() == 1 ? all.get(0) : new Every(all);
    }

    private static Condition one(DqlTokens tokens) {
        if (tokens.skip("(")) {
            return until(")", tokens);
        }
        String tag = tokens.name();
        tokens.expect("=");
        return new Is(tag, tokens.text());
    }
}
