package guance.awsgateway.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what is wrong and what is odd, at most one problem a key, each told without secrets. */
final class Problems {
    private static final int LONGEST_VALUE = 100;

    private final SortedMap<Place, String> wrong = new TreeMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final Redaction redaction;

    Problems(Redaction redaction) {
        this.redaction = redaction;
    }

    /** A value that was given and cannot be used. */
    void wrong(Given given, String advice) {
        add(given.key(), shown(given) + ": " + advice);
    }

    /** A key, or the file itself, that is wrong whatever its value. */
    void wrong(String key, String line) {
        add(key, line);
    }

    /** A key that nobody may know; its value is not told, since it may be a misspelt secret. */
    void unknown(Given given, String advice) {
        add(given.key(), given.key() + " (" + given.where() + "): " + advice);
    }

    void missing(String key, String advice) {
        add(key, key + " is missing: " + advice);
    }

    void warn(Given given, String text) {
        warn(shown(given) + ": " + text);
    }

    void warn(String text) {
        warnings.add(redaction.of(text));
    }

    /** Whether nothing was said against the key, so that checks which build on it make sense. */
    boolean sound(String key) {
        return !places.containsKey(key);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * @throws SettingsException with everything found so far, if anything is wrong
     */
    void throwIfAny() {
        if (!wrong.isEmpty()) {
            throw new SettingsException(List.copyOf(wrong.values()));
        }
    }

    private void add(String key, String line) {
        if (sound(key)) {
            Place place = Place.of(key);
            places.put(key, place);
            wrong.put(place, redaction.of(line));
        }
    }

    /** Redacted before it is cut: half a secret is one too. */
    private String shown(Given given) {
        boolean secret = Key.of(given.key()).filter(Key::isSecret).isPresent();
        String value = redaction.of(given.value().replaceAll("\\p{Cntrl}", " "));
        String cut =
                value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "..." : value;
        return given.key() + (secret ? "" : " = " + cut) + " (" + given.where() + ")";
    }
}
