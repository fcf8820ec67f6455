package guance.awsgateway.templates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guance.awsgateway.templates.Template.Group;
import guance.awsgateway.templates.Template.Variable;
import java.util.stream.Collectors;

/** The dashboard as the console imports it. */
record Dashboard(Template template, Language language) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ObjectNode json() {
        ObjectNode json = JSON.objectNode();
        json.put("title", template.title().in(language));
        json.put("dashboardType", "CUSTOM").put("dashboardOwnerType", "node");
        ObjectNode unfolded = json.putObject("dashboardExtend").putObject("groupUnfoldStatus");
        template.groups().forEach(group -> unfolded.put(group.name().in(language), true));
        json.putArray("dashboardMapping");
        json.putArray("dashboardBindSet");
        json.putObject("iconSet");
        json.put("thumbnail", "").put("summary", template.summary().in(language));
        json.putArray("tagInfo").addObject().put("name", "AWS");
        ObjectNode main = json.putObject("main").put("type", "template");
        main.set("vars", variables());
        main.set("charts", charts());
        main.set("groups", groups());
        return json;
    }

    private ArrayNode groups() {
        ArrayNode groups = JSON.arrayNode();
        for (Group group : template.groups()) {
            groups.addObject()
                    .put("name", group.name().in(language))
                    .putObject("extend")
                    .put("bgColor", "rgba(%s, 0.10)".formatted(group.color()));
        }
        return groups;
    }

    private ArrayNode charts() {
        ArrayNode charts = JSON.arrayNode();
        for (Group group : template.groups()) {
            group.charts()
                    .forEach(chart -> charts.add(new ChartJson(group, chart, language).json()));
        }
        return charts;
    }

    private ArrayNode variables() {
        ArrayNode all = JSON.arrayNode();
        for (Variable variable : template.variables()) {
            ObjectNode json = all.addObject();
            json.put("name", variable.name().in(language)).put("code", variable.code());
            json.put("seq", all.size() - 1).put("datasource", "dataflux").put("type", "QUERY");
            json.put("valueSort", "asc").put("hide", 0).put("isHiddenAsterisk", 0);
            json.put("multiple", true).put("includeStar", true).putObject("extend");
            ObjectNode definition = json.putObject("definition");
            definition.put("tag", "").put("field", "").put("metric", "").put("object", "");
            definition.put("value", values(variable));
            definition.putObject("defaultVal").put("label", "*").put("value", "*");
        }
        return all;
    }

    /** Without a time range, as the newest data are mostly older than a short one. */
    private static String values(Variable variable) {
        String within =
                variable.within() == null
                        ? ""
                        : variable.within().stream()
                                .map(code -> code + "='#{" + code + "}'")
                                .collect(Collectors.joining(" and ", "{", "}"));
        return "SHOW_TAG_VALUE(from=['%s'], keyin=['%s'])%s"
                .formatted(Grain.API.source(), variable.code(), within);
    }
}
