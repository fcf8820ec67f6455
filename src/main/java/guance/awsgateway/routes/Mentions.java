package guance.awsgateway.routes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds the mentions in a file of routes, which Camel itself looks up as late as they are used. */
final class Mentions {

    private static final Pattern IN_SIMPLE =
            Pattern.compile("\\$\\{bean:([\\w-]+)(?:(?:\\?method=|::|\\.)(\\w+))?");
    private static final Pattern REFERENCE = Pattern.compile("#(?:bean:)?([A-Za-z][\\w-]*)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([\\w.-]+)}}");
    private static final Set<String> KINDS = Set.of("route", "routeConfiguration", "routeTemplate");
    private static final Set<String> BEAN_KEYS = Set.of("bean", "method");
    private static final Set<String> TEXT_KEYS =
            Set.of("constant", "description", "expression", "message", "note");
    private static final Set<String> REF_KEYS =
            Set.of("onExceptionOccurredRef", "onRedeliveryRef", "onPrepareFailureRef");
    private static final Set<String> SENDERS = Set.of("to", "toD", "wireTap", "enrich");

    private final String file;
    private final List<Mention> found = new ArrayList<>();

    private Mentions(String file) {
        this.file = file;
    }

    /**
     * @param file whose YAML can be parsed
     */
    static List<Mention> in(RouteFile file) {
        Mentions mentions = new Mentions(RouteFile.DIRECTORY + file.name());
        LoadSettings marks = LoadSettings.builder().setUseMarks(true).build();
        new Compose(marks).composeString(file.text()).ifPresent(root -> mentions.walk("", root));
        return mentions.found;
    }

    /**
     * @param key that leads here; empty in a list
     */
    private void walk(String key, Node node) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(each -> walk("", each));
        } else if (node instanceof MappingNode map) {
            mapping(key, map);
            for (NodeTuple entry : map.getValue()) {
                walk(text(entry.getKeyNode()), entry.getValueNode());
            }
        } else if (node instanceof ScalarNode scalar) {
            scalar(key, scalar);
        }
    }

    private void mapping(String key, MappingNode map) {
        Map<String, Node> entries = new LinkedHashMap<>();
        map.getValue().forEach(e -> entries.put(text(e.getKeyNode()), e.getValueNode()));
        boolean named = BEAN_KEYS.contains(key) || key.equals("custom");
        if (named && entries.get("ref") instanceof ScalarNode ref) {
            bean(ref, ref.getValue(), text(entries.get("method")));
        }
        if (entries.get("uri") instanceof ScalarNode uri) {
            endpoint(key, uri, entries.get("parameters"));
        }
        if (KINDS.contains(key) && entries.get("id") instanceof ScalarNode id) {
            found.add(new Mention.Defined(file, line(id), key, id.getValue()));
        }
        if (key.equals("simple") && entries.get("expression") instanceof ScalarNode simple) {
            found.add(new Mention.Simple(file, line(simple), simple.getValue()));
        }
        if (entries.get("parameters") instanceof SequenceNode parameters) {
            parameters.getValue().forEach(this::parameter);
        }
    }

    private void parameter(Node of) {
        if (of instanceof MappingNode map) {
            map.getValue().stream()
                    .filter(entry -> text(entry.getKeyNode()).equals("name"))
                    .map(entry -> text(entry.getValueNode()))
                    .forEach(name -> found.add(new Mention.Parameter(file, line(of), name)));
        }
    }

    private void scalar(String key, ScalarNode scalar) {
        String text = scalar.getValue();
        IN_SIMPLE
                .matcher(text)
                .results()
                .forEach(bean -> bean(scalar, bean.group(1), bean.group(2)));
        PLACEHOLDER
                .matcher(text)
                .results()
                .map(each -> new Mention.Placeholder(file, line(scalar), each.group(1)))
                .forEach(found::add);
        Matcher reference = REFERENCE.matcher(text);
        if (REF_KEYS.contains(key)) {
            bean(scalar, text, "");
        } else if (!TEXT_KEYS.contains(key) && reference.matches()) {
            bean(scalar, reference.group(1), "");
        } else if (SENDERS.contains(key)) {
            endpoint(key, scalar, null);
        } else if (key.equals("cron")) {
            found.add(new Mention.Cron(file, line(scalar), text));
        } else if (key.equals("routeConfigurationId")) {
            found.add(new Mention.Configuration(file, line(scalar), text));
        }
    }

    private void bean(Node at, String name, String method) {
        found.add(new Mention.Bean(file, line(at), name, method == null ? "" : method));
    }

    private void endpoint(String key, ScalarNode at, Node parameters) {
        String uri = at.getValue();
        Map<String, String> given = new LinkedHashMap<>();
        if (parameters instanceof MappingNode map) {
            map.getValue().forEach(e -> given.put(text(e.getKeyNode()), text(e.getValueNode())));
        }
        String direct = direct(uri, given);
        boolean consumed = key.equals("from");
        found.add(new Mention.Endpoint(file, line(at), uri, given.keySet(), consumed, direct));
    }

    /** The name of the endpoint; empty for one of another component. */
    private static String direct(String uri, Map<String, String> parameters) {
        if (uri.equals("direct")) {
            return parameters.getOrDefault("name", "");
        }
        return uri.startsWith("direct:")
                ? uri.substring("direct:".length()).replaceFirst("^//", "").split("\\?")[0]
                : "";
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
