package guance.awsgateway.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was given in file, {@code -D} and environment, the last over the first, entry by entry of a
 * map.
 *
 * @param own by key: ours, known ones only
 * @param others by key: the file's keys of others, such as {@code camel.*}, with {@code -D} over
 *     them
 */
record Sources(SortedMap<String, Given> own, SortedMap<String, String> others) {

    // What users of the Func script look for.
    private static final Pattern CREDENTIAL =
            Pattern.compile("(?i).*(access|secret).*key.*|.*\\.(ak|sk)");

    /** Unknown keys become problems, in the environment warnings. */
    static Sources read(
            Path path,
            Map<String, String> system,
            Map<String, String> environment,
            Problems problems) {
        PropertiesFile file = new PropertiesFile(path);
        Sources sources = new Sources(new TreeMap<>(), new TreeMap<>());
        file.read(problems)
                .forEach(
                        (key, value) ->
                                sources.add(
                                        new Given(key, value, Given.Source.FILE, file.where()),
                                        problems));
        system.forEach(
                (key, value) -> {
                    if (Prefixes.ownKey(key) || sources.others.containsKey(key)) {
                        sources.add(
                                new Given(key, value, Given.Source.SYSTEM_PROPERTY, "-D"),
                                problems);
                    }
                });
        new Environment(environment)
                .read(problems)
                .forEach(given -> sources.own.put(given.key(), given));
        return sources;
    }

    /** Values of any source that may never be seen, also those that another source overrides. */
    static List<String> secrets(
            Path path, Map<String, String> system, Map<String, String> environment) {
        Problems unheard = new Problems(new Redaction(List.of()));
        String variable = "GUANCE_TOKEN";
        String key = Key.GUANCE_TOKEN.text();
        return Stream.of(
                        Optional.ofNullable(new PropertiesFile(path).read(unheard).get(key)),
                        Optional.ofNullable(system.get(key)),
                        Optional.ofNullable(environment.get(variable)))
                .flatMap(Optional::stream)
                .map(String::strip)
                .toList();
    }

    private void add(Given given, Problems problems) {
        if (!Prefixes.ownKey(given.key())) {
            others.put(given.key(), given.value());
            Nearest.key(given.key())
                    .ifPresent(
                            key ->
                                    problems.warn(
                                            given.key()
                                                    + " ("
                                                    + given.where()
                                                    + "): not a setting of the collector; did you mean "
                                                    + key
                                                    + "?"));
        } else if (Key.of(given.key()).isPresent()) {
            own.put(given.key(), given);
        } else {
            problems.unknown(given, advice(given.key()));
        }
    }

    private static String advice(String key) {
        return CREDENTIAL.matcher(key).matches()
                ? "credentials are not set here; use AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
                        + " a profile"
                : "no such setting" + Nearest.question(Nearest.key(key));
    }
}
