package guance.awsgateway.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the records read themselves from: the given value of a key, or its default.
 *
 * <p>A wrong value is noted and the default returned, so that reading goes on to the next problem;
 * nothing that was read may be used before {@link Problems#throwIfAny}.
 */
final class Values {
    private final SortedMap<String, Given> given;
    private final Problems problems;
    private final SortedMap<String, String> effective = new TreeMap<>();

    Values(SortedMap<String, Given> given, Problems problems) {
        this.given = given;
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    /** The value of a key that has a default. */
    <T> T value(Key key, Parser<T> parser) {
        return value(key, 0, parser);
    }

    <T> T value(Key key, int index, Parser<T> parser) {
        String at = key.at(index);
        effective.putIfAbsent(at, key.fallback());
        return optional(key, index, parser).orElseGet(() -> parser.parse(key.fallback()));
    }

    /** The value of a key without default; empty too when it is wrong. */
    <T> Optional<T> optional(Key key, Parser<T> parser) {
        return optional(key, 0, parser);
    }

    <T> Optional<T> optional(Key key, int index, Parser<T> parser) {
        return given(key.at(index)).flatMap(value -> parsed(key, value, parser));
    }

    /** The entries of a map that are sound, by their name. */
    <T> SortedMap<String, T> map(Key key, int index, Parser<T> parser) {
        SortedMap<String, T> entries = new TreeMap<>();
        String prefix = key.at(index) + ".";
        for (String at : keysFrom(prefix)) {
            given(at)
                    .flatMap(value -> parsed(key, value, parser))
                    .ifPresent(entry -> entries.put(at.substring(prefix.length()), entry));
        }
        return entries;
    }

    /** The items of {@code key[N]} by their index; those of the default when none is given. */
    <T> List<T> steps(Key key, Parser<T> parser) {
        List<T> steps = new ArrayList<>();
        List<Integer> indexes = indexes(key.at(0).substring(0, key.at(0).indexOf('[')));
        for (int index : indexes) {
            optional(key, index, parser).ifPresent(steps::add);
        }
        return indexes.isEmpty() ? List.of(value(key, parser)) : List.copyOf(steps);
    }

    /** The indexes at which something under {@code prefix[N]} is given, ascending. */
    List<Integer> indexes(String prefix) {
        TreeSet<Integer> indexes = new TreeSet<>();
        for (String at : keysFrom(prefix + "[")) {
            if (given(at).isPresent()) {
                String index = at.substring(prefix.length() + 1, at.indexOf(']'));
                indexes.add(Integer.parseInt(index));
            }
        }
        return List.copyOf(indexes);
    }

    /** What was given, unless it was left open. */
    Optional<Given> given(String at) {
        return Optional.ofNullable(given.get(at)).filter(value -> !value.isOpen());
    }

    boolean sound(String at) {
        return problems.sound(at);
    }

    /** Notes that a value, sound in itself, does not go with the others. */
    void wrong(Key key, int index, String advice) {
        given(key.at(index)).ifPresent(value -> problems.wrong(value, advice));
    }

    void wrongEntry(Key key, int index, String entry, String advice) {
        given(key.at(index) + "." + entry).ifPresent(value -> problems.wrong(value, advice));
    }

    void warn(Key key, int index, String text) {
        given(key.at(index)).ifPresent(value -> problems.warn(value, text));
    }

    /** Notes a required key that was left open, saying so where it stands without a value. */
    void missing(String at, String advice) {
        String open =
                Optional.ofNullable(given.get(at))
                        .map(value -> " (left open in " + value.where() + ")")
                        .orElse("");
        problems.missing(at, advice + open);
    }

    /** Replaces what Camel sees of a key by its normal form. */
    void normalise(Key key, String value) {
        effective.replace(key.text(), value);
    }

    /** The values read so far, or their defaults, by key, without secrets. */
    SortedMap<String, String> effective() {
        return new TreeMap<>(effective);
    }

    private <T> Optional<T> parsed(Key key, Given value, Parser<T> parser) {
        if (!key.isSecret()) {
            effective.put(value.key(), value.value());
        }
        try {
            return Optional.of(parser.parse(value.value()));
        } catch (WrongValue wrong) {
            problems.wrong(value, wrong.getMessage());
            return Optional.empty();
        }
    }

    private List<String> keysFrom(String prefix) {
        return given.tailMap(prefix).keySet().stream()
                .takeWhile(at -> at.startsWith(prefix))
                .toList();
    }
}
