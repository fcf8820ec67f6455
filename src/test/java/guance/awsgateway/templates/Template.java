package guance.awsgateway.templates;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compact source of a dashboard and its monitors. */
record Template(
        Text title,
        Text summary,
        List<Variable> variables,
        List<Group> groups,
        List<Monitor> monitors) {

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    /** Anchors and merge keys are YAML 1.1's, which Jackson does not resolve. */
    static Template read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return STRICT.convertValue(tree, Template.class);
        }
    }

    /**
     * What a user chooses at the top.
     *
     * @param code the tag
     * @param within variables that narrow its values; null for none
     */
    record Variable(String code, Text name, List<String> within) {}

    /**
     * @param color red, green and blue
     */
    record Group(Text name, String color, List<Chart> charts) {}

    /**
     * @param about null for none
     * @param at x, y, width and height; y counts from the top of the group
     * @param style of a sequence
     * @param unit family and unit
     * @param levels from which value on a number is coloured, by severity; null for none
     */
    record Chart(
            Text name,
            Text about,
            String type,
            int[] at,
            String style,
            List<String> unit,
            Map<String, String> levels,
            List<Query> queries) {}

    /**
     * Either a value or an expression of parts.
     *
     * @param value {@code function(field)}
     * @param parts values by their letter
     * @param by null for none
     * @param unit null where it is the chart's
     */
    record Query(
            Grain grain,
            Text alias,
            String value,
            Map<String, String> parts,
            String expression,
            List<String> by,
            List<String> unit) {

        @Override
        public List<String> by() {
            return by == null ? List.of() : by;
        }
    }

    /**
     * @param every how often it looks; null for every five minutes
     * @param interval how far it looks back, in seconds; null for a quarter of an hour
     * @param at {@code operator value} by status, the worst first
     * @param noData null where silence means nothing
     * @param against another time to compare with; null for none
     * @param result how a value reads
     * @param advice where to look
     */
    record Monitor(
            Text title,
            Query query,
            String every,
            Integer interval,
            Map<String, String> at,
            NoData noData,
            Against against,
            Text result,
            Text advice) {

        int seconds() {
            int usual = interval == null ? 900 : interval;
            return against == null ? usual : Math.max(usual, against.range());
        }
    }

    /**
     * @param after seconds
     */
    record NoData(String action, int after) {}

    /**
     * @param range of both times, in seconds
     * @param before how long before the other time lies, in seconds
     */
    record Against(int range, int before, String direction) {}
}
