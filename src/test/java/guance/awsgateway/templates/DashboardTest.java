package guance.awsgateway.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardTest {

    private static final Pattern VARIABLE = Pattern.compile("#\\{([^}]*)}");

    static Stream<TemplateJson> files() {
        return TemplateJson.all().stream().filter(TemplateJson::isDashboard);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyVariableIsUsedAndExists(TemplateJson file) {
        List<String> variables = file.root().path("main").path("vars").findValuesAsText("code");
        TreeSet<String> used =
                file.simple().stream()
                        .map(query -> query.path("q").textValue())
                        .flatMap(q -> VARIABLE.matcher(q).results())
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).containsExactlyInAnyOrderElementsOf(variables);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aVariableIsNarrowedByEarlierOnesOnly(TemplateJson file) {
        List<String> earlier = new ArrayList<>();
        for (JsonNode variable : file.root().path("main").path("vars")) {
            String values = variable.path("definition").path("value").textValue();

            assertThat(VARIABLE.matcher(values).results().map(MatchResult::group))
                    .allMatch(earlier::contains);
            assertThat(values).startsWith("SHOW_TAG_VALUE(").doesNotEndWith("]");
            earlier.add("#{" + variable.path("code").textValue() + "}");
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void noTwoChartsOfAGroupOverlap(TemplateJson file) {
        Map<String, List<Rectangle>> placed = new HashMap<>();
        for (JsonNode chart : file.charts()) {
            JsonNode pos = chart.path("pos");
            Rectangle place =
                    new Rectangle(
                            pos.path("x").intValue(),
                            pos.path("y").intValue(),
                            pos.path("w").intValue(),
                            pos.path("h").intValue());
            List<Rectangle> others =
                    placed.computeIfAbsent(
                            chart.path("group").path("name").textValue(), key -> new ArrayList<>());

            assertThat(others).noneMatch(place::intersects);
            assertThat(place.getMaxX()).isLessThanOrEqualTo(24);
            others.add(place);
        }
        assertThat(placed.values()).allMatch(group -> group.get(0).y == 0);
    }

    @ParameterizedTest
    @MethodSource("files")
    void chartsStandInTheGroupsThatThereAre(TemplateJson file) {
        JsonNode root = file.root();
        List<String> groups =
                TemplateJson.list(root.path("main").path("groups")).stream()
                        .map(group -> group.path("name").textValue())
                        .toList();
        List<String> unfolded = new ArrayList<>();
        root.path("dashboardExtend")
                .path("groupUnfoldStatus")
                .fieldNames()
                .forEachRemaining(unfolded::add);

        assertThat(unfolded).isEqualTo(groups);
        assertThat(file.charts())
                .extracting(chart -> chart.path("group").path("name").textValue())
                .containsOnlyElementsOf(groups);
        assertThat(file.charts())
                .allMatch(
                        chart ->
                                chart.path("prevGroupName")
                                        .equals(chart.path("group").path("name")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void noTwoChartsShareAnId(TemplateJson file) {
        assertThat(file.charts())
                .extracting(chart -> chart.path("uuid").textValue())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aGroupHasOneIdAndNoOtherHasIt(TemplateJson file) {
        Map<String, List<String>> ids =
                file.charts().stream()
                        .collect(
                                Collectors.groupingBy(
                                        chart -> chart.path("group").path("name").textValue(),
                                        Collectors.mapping(
                                                chart -> chart.path("chartGroupUUID").textValue(),
                                                Collectors.toList())));

        assertThat(ids.values()).allMatch(group -> group.stream().distinct().count() == 1);
        assertThat(ids.values().stream().map(group -> group.get(0))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyNumberHasAUnit(TemplateJson file) {
        for (JsonNode chart : file.charts()) {
            List<String> columns =
                    TemplateJson.list(chart.path("queries")).stream()
                            .map(item -> item.path("query"))
                            .filter(DashboardTest::isNumber)
                            .map(query -> query.path("alias").textValue())
                            .toList();
            List<String> keys =
                    chart.path("extend").path("settings").path("units").findValuesAsText("key");

            assertThat(keys).as(chart.path("name").textValue()).containsAll(columns);
        }
    }

    /** Text is what an object says of itself, except for the time when it was last seen. */
    private static boolean isNumber(JsonNode query) {
        return !query.path("namespace").asText().equals("custom_object")
                || !query.path("fieldFunc").asText().equals("last")
                || query.path("field").asText().equals("last_update_time");
    }
}
