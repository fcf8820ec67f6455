package guance.awsgateway.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds settings among environment variables: upper case, {@code _} for everything else, so that
 * {@code COLLECTOR_ACCOUNTS_0_REGIONS} is {@code collector.accounts[0].regions}.
 *
 * <p>A map is one variable: {@code METRICS_PERCENTILES='Latency=p50,p99;Count=p90'}; {@code
 * METRICS_STATISTICS} is the map when it contains {@code =}, else the list for all metrics.
 */
record Environment(Map<String, String> variables) {
    // What Kubernetes sets in every pod for a service that happens to be named like one of ours.
    private static final Pattern SERVICE =
            Pattern.compile(".*_SERVICE_HOST|.*_SERVICE_PORT(_.*)?|.*_PORT_\\d+_.*");
    private static final Pattern SERVICE_ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

    /** Unknown variables are warned of, without their value. */
    List<Given> read(Problems problems) {
        List<Given> given = new ArrayList<>();
        new TreeMap<>(variables)
                .forEach(
                        (name, value) -> {
                            if (Prefixes.ownVariable(name) && !ofKubernetes(name, value)) {
                                given.addAll(read(name, value, problems));
                            }
                        });
        return given;
    }

    private static boolean ofKubernetes(String name, String value) {
        return SERVICE.matcher(name).matches()
                || name.endsWith("_PORT") && SERVICE_ADDRESS.matcher(value).matches();
    }

    private static List<Given> read(String name, String value, Problems problems) {
        Optional<Key> key =
                Arrays.stream(Key.values())
                        .filter(candidate -> candidate.matchVariable(name).isPresent())
                        .filter(candidate -> !twin(candidate) || candidate.isMap() == isMap(value))
                        .findFirst();
        if (key.isEmpty()) {
            problems.warn(
                    "environment " + name + ": no such setting, ignored" + Nearest.variable(name));
            return List.of();
        }
        MatchResult match = key.get().matchVariable(name).orElseThrow();
        String at = key.get().at(match.groupCount() > 0 ? Integer.parseInt(match.group(1)) : 0);
        Given whole = new Given(at, value, Given.Source.ENVIRONMENT, "environment " + name);
        return key.get().isMap() ? entries(whole, problems) : List.of(whole);
    }

    private static boolean isMap(String value) {
        return value.contains("=");
    }

    /** Whether a list for all and a map by name share one variable. */
    private static boolean twin(Key key) {
        return key == Key.METRICS_STATISTICS || key == Key.METRICS_STATISTICS_OF;
    }

    private static List<Given> entries(Given map, Problems problems) {
        List<Given> entries = new ArrayList<>();
        for (String entry : Lists.split(map.value(), ";")) {
            int equals = entry.indexOf('=');
            if (equals < 1) {
                problems.wrong(map, "is a map; write name=value;name=value");
                return List.of();
            }
            String key = map.key() + "." + entry.substring(0, equals).strip();
            entries.add(new Given(key, entry.substring(equals + 1), map.source(), map.where()));
        }
        return entries;
    }
}
