package guance.awsgateway.templates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guance.awsgateway.templates.Template.Chart;
import guance.awsgateway.templates.Template.Group;
import guance.awsgateway.templates.Template.Query;
import java.util.List;
import java.util.Map;

/** One chart of a dashboard. */
record ChartJson(Group group, Chart chart, Language language) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, String> COLOURS =
            Map.of("critical", "#D93026", "warning", "#E6A23C");

    ObjectNode json() {
        ObjectNode json = JSON.objectNode();
        String of = group.name().in(language);
        json.put("uuid", Ids.of("chrt_", group.name().en(), chart.name().en()));
        json.put("chartGroupUUID", Ids.of("chtg_", group.name().en()));
        json.put("prevGroupName", of).putObject("group").put("name", of);
        json.put("name", chart.name().in(language)).put("type", chart.type());
        ObjectNode place = json.putObject("pos");
        place.put("x", chart.at()[0]).put("y", chart.at()[1]);
        place.put("w", chart.at()[2]).put("h", chart.at()[3]);
        ObjectNode extend = json.putObject("extend").put("fixedTime", "").put("isRefresh", false);
        extend.set("settings", settings());
        json.set("queries", queries());
        return json;
    }

    private ArrayNode queries() {
        ArrayNode items = JSON.arrayNode();
        Queries queries = new Queries(language, true);
        for (Query query : chart.queries()) {
            String code = String.valueOf((char) ('A' + items.size()));
            ObjectNode item = items.addObject().put("name", "").put("type", chart.type());
            item.put("unit", "").put("color", "").put("qtype", "dql").put("datasource", "dataflux");
            item.set("query", queries.json(query, code));
        }
        return items;
    }

    private ObjectNode settings() {
        boolean sequence = chart.type().equals("sequence");
        ObjectNode settings = JSON.objectNode().put("showTitle", true);
        settings.put("titleDesc", chart.about() == null ? "" : chart.about().in(language));
        settings.put("unitType", "custom").putArray("globalUnit");
        settings.set("units", units());
        settings.set("alias", curves());
        settings.putArray("colors");
        settings.set("levels", levels());
        settings.put("isTimeInterval", sequence).put("timeInterval", "auto").put("fixedTime", "");
        settings.put("showFieldMapping", false).put("precision", "2");
        settings.put("openThousandsSeparator", true).put("isSampling", true);
        settings.put("changeWorkspace", false).put("currentChartType", chart.type());
        settings.setAll(new ChartTypes(chart).settings());
        return settings;
    }

    private ArrayNode units() {
        ArrayNode units = JSON.arrayNode();
        for (Query query : chart.queries()) {
            String column = query.alias().in(language);
            List<String> unit = query.unit() == null ? chart.unit() : query.unit();
            if (unit != null) {
                ObjectNode json = units.addObject().put("key", column).put("name", column);
                json.put("unit", "").set("units", Queries.texts(unit));
            }
        }
        return units;
    }

    /** A curve of a group is named by the group. */
    private ArrayNode curves() {
        ArrayNode names = JSON.arrayNode();
        if (chart.type().equals("sequence")) {
            for (Query query : chart.queries()) {
                String column = query.alias().in(language);
                String shown =
                        query.by().isEmpty()
                                ? column
                                : "{{" + String.join("}} / {{", query.by()) + "}}";
                names.addObject().put("key", column).put("name", column).put("alias", shown);
            }
        }
        return names;
    }

    private ArrayNode levels() {
        ArrayNode levels = JSON.arrayNode();
        if (chart.levels() != null) {
            chart.levels()
                    .forEach(
                            (status, from) -> {
                                ObjectNode level = levels.addObject().put("operation", ">=");
                                level.putArray("value").add(from);
                                level.put("bgColor", "").put("fontColor", COLOURS.get(status));
                                level.put("lineColor", "");
                            });
        }
        return levels;
    }
}
