package guance.awsgateway.settings;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a key stands in the order of the shipped file; accounts stay together.
 *
 * @param account its index, or one past the last for keys of no account
 */
record Place(int account, int key, String text) implements Comparable<Place> {
    private static final Pattern ACCOUNT = Pattern.compile("collector\\.accounts\\[(\\d{1,4})].*");
    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::account)
                    .thenComparingInt(Place::key)
                    .thenComparing(Place::text);

    /** An unknown key stands beside the one it resembles, else at the end. */
    static Place of(String written) {
        Matcher account = ACCOUNT.matcher(written);
        int index = account.matches() ? Integer.parseInt(account.group(1)) : Integer.MAX_VALUE;
        int key =
                Key.of(written)
                        .or(() -> Nearest.key(written).flatMap(Key::of))
                        .map(Key::ordinal)
                        .orElse(Integer.MAX_VALUE);
        return new Place(index, key, written);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
