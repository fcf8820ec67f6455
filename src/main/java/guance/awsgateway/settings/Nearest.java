package guance.awsgateway.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a misspelt word was meant to be. */
final class Nearest {
    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,4})]");

    private static final Pattern VARIABLE_INDEX = Pattern.compile("_(\\d{1,4})(?:_|$)");

    private Nearest() {}

    /** The closest of the known words, of any case of letters; empty when none is close. */
    static Optional<String> word(String wrong, Collection<String> known) {
        String plain = plain(wrong);
        return known.stream()
                .filter(word -> distance(plain, plain(word)) <= Math.max(1, plain.length() / 4))
                .min(
                        Comparator.comparingInt((String word) -> distance(plain, plain(word)))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** The closest known key, with the index and the map entry of the wrong one. */
    static Optional<String> key(String wrong) {
        Matcher index = INDEX.matcher(wrong);
        int at = index.find() ? Integer.parseInt(index.group(1)) : 0;
        String entry = wrong.substring(wrong.lastIndexOf('.') + 1);
        return word(
                wrong,
                Arrays.stream(Key.values())
                        .map(key -> key.isMap() ? key.at(at) + "." + entry : key.at(at))
                        .toList());
    }

    /** As {@link #question}, for the variable of the closest key. */
    static String variable(String wrong) {
        Matcher index = VARIABLE_INDEX.matcher(wrong);
        String at = index.find() ? index.group(1) : "0";
        return question(
                word(
                        wrong,
                        Arrays.stream(Key.values())
                                .map(key -> key.variable().replace("#", at))
                                .toList()));
    }

    /** As an addition to a sentence: "; did you mean X?", or nothing. */
    static String question(Optional<String> word) {
        return word.map(found -> "; did you mean " + found + "?").orElse("");
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** How many letters to insert, remove or replace (Levenshtein). */
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        Arrays.setAll(above, column -> column);
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                int moved = Math.min(above[column], current[column - 1]) + 1;
                current[column] = Math.min(moved, above[column - 1] + replaced);
            }
            above = current;
        }
        return above[to.length()];
    }
}
