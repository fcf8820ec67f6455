package guance.awsgateway.settings;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@link SettingsReader} found.
 *
 * @param properties what Camel gets as placeholders: the effective value of every key of ours in
 *     the file's spelling ({@code guance.url} normalised, keys without value and default left out),
 *     and the file's other keys with {@code -D} over them; never a secret's value
 * @param warnings one line each, without secrets
 */
public record Loaded(
        Settings settings, SortedMap<String, String> properties, List<String> warnings) {

    public Loaded {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        warnings = List.copyOf(warnings);
    }
}
