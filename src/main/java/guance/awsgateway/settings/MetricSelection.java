package guance.awsgateway.settings;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which metrics are read.
 *
 * @param byNamespace CloudWatch namespace, such as {@code AWS/ApiGateway}, to the names chosen in
 *     it
 */
public record MetricSelection(SortedMap<String, NamePatterns> byNamespace) {
    /** The namespace of a step that names none. */
    public static final String API_GATEWAY = "AWS/ApiGateway";

    // A namespace may itself contain colons, so one that a blank follows is preferred.
    private static final Pattern NAMESPACE =
            Pattern.compile("([^,*]+?)\\s*:(?:\\s+(.*)|$)|([^,*:]+):(.*)");
    private static final Pattern NAMESPACE_FORM =
            Pattern.compile("[A-Za-z0-9._/# -][A-Za-z0-9._/#: -]{0,254}");

    /** One step: the patterns, and where they hold. */
    record Step(String namespace, NamePatterns patterns) {

        static Step parse(String text) {
            Matcher matcher = NAMESPACE.matcher(text);
            if (!matcher.matches()) {
                return new Step(API_GATEWAY, NamePatterns.parse(text));
            }
            boolean spaced = matcher.group(1) != null;
            String namespace = matcher.group(spaced ? 1 : 3).strip();
            String patterns = matcher.group(spaced ? 2 : 4);
            check(namespace);
            return new Step(namespace, NamePatterns.parse(patterns == null ? "" : patterns));
        }

        private static void check(String namespace) {
            if (namespace.equalsIgnoreCase(API_GATEWAY) && !namespace.equals(API_GATEWAY)) {
                throw new WrongValue("namespaces are case-sensitive; did you mean AWS/ApiGateway?");
            }
            if (namespace.startsWith("NOT ")) {
                throw new WrongValue("NOT follows the namespace, such as AWS/Lambda: NOT, Errors");
            }
            if (!NAMESPACE_FORM.matcher(namespace).matches()) {
                throw new WrongValue("not a CloudWatch namespace, such as AWS/Lambda");
            }
        }
    }

    public MetricSelection {
        byNamespace = Collections.unmodifiableSortedMap(new TreeMap<>(byNamespace));
    }

    /**
     * Steps of {@code [namespace:] patterns}, in order.
     *
     * @throws IllegalArgumentException with advice, when one of them is no step
     */
    public static MetricSelection parse(String... steps) {
        return of(Arrays.stream(steps).map(Step::parse).toList());
    }

    static MetricSelection of(List<Step> steps) {
        SortedMap<String, NamePatterns> byNamespace = new TreeMap<>();
        steps.forEach(
                step -> byNamespace.merge(step.namespace(), step.patterns(), NamePatterns::then));
        return new MetricSelection(byNamespace);
    }

    /** The namespaces to look into, sorted. */
    public List<String> namespaces() {
        return List.copyOf(byNamespace.keySet());
    }

    /** Whether the metric of the namespace is read. */
    public boolean selects(String namespace, String metric) {
        NamePatterns patterns = byNamespace.get(namespace);
        return patterns != null && patterns.matches(metric);
    }
}
