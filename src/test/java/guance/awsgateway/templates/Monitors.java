package guance.awsgateway.templates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guance.awsgateway.templates.Template.Monitor;

/** The monitors as the console imports them. */
record Monitors(Template template, Language language) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ObjectNode json() {
        ObjectNode json = JSON.objectNode();
        ArrayNode checkers = json.putArray("checkers");
        template.monitors().forEach(monitor -> checkers.add(checker(monitor)));
        return json;
    }

    private ObjectNode checker(Monitor monitor) {
        ObjectNode query = new Queries(language, false).json(monitor.query(), "Result");
        ArrayNode rules = new Rules(monitor).json();
        ObjectNode checker = JSON.objectNode();
        checker.set("jsonScript", script(monitor, query, rules));
        checker.set("extend", extend(monitor, query, rules));
        checker.put("is_disable", false).put("monitorName", template.title().in(language));
        checker.put("type", "trigger").put("secret", "");
        checker.putArray("tagInfo").addObject().put("name", "AWS");
        checker.putArray("alertPolicyNames");
        return checker;
    }

    private ObjectNode script(Monitor monitor, ObjectNode query, ArrayNode rules) {
        ObjectNode script = JSON.objectNode();
        script.put("type", monitor.against() == null ? "simpleCheck" : "seniorMutationsCheck");
        script.put("every", monitor.every() == null ? "5m" : monitor.every());
        script.put("interval", monitor.seconds()).put("title", monitor.title().in(language));
        script.put("message", new Message(monitor, language).text());
        script.set("groupBy", Queries.texts(monitor.query().by()));
        ObjectNode target = script.putArray("targets").addObject().put("alias", "Result");
        target.put("qtype", "dql").put("dql", query.path("q").textValue());
        script.set("checkerOpt", options(monitor, rules));
        script.put("recoverNeedPeriodCount", 3);
        noData(monitor, script);
        script.put("disableCheckEndTime", monitor.query().grain() == Grain.OBJECTS);
        script.putArray("channels");
        script.putArray("atAccounts");
        script.putArray("atNoDataAccounts");
        return script;
    }

    private static ObjectNode options(Monitor monitor, ArrayNode rules) {
        ObjectNode options = JSON.objectNode().put("infoEvent", false);
        options.put("openMatchTimes", false);
        if (monitor.against() != null) {
            options.put("diffMode", "percent").put("direction", monitor.against().direction());
            ObjectNode threshold = options.putObject("threshold").put("status", false);
            threshold.put("operator", ">").putNull("value");
        }
        options.set("rules", rules);
        return options;
    }

    private void noData(Monitor monitor, ObjectNode script) {
        boolean told = monitor.noData() != null;
        script.put("noDataTitle", told ? monitor.title().in(language) : "");
        script.put("noDataMessage", told ? new Message(monitor, language).silence() : "");
        if (told) {
            script.put("noDataAction", monitor.noData().action());
            script.put("noDataInterval", monitor.noData().after());
        }
        if (monitor.against() != null) {
            script.put("range", monitor.against().range()).put("range_2", 0);
            script.put("periodBefore", monitor.against().before());
        }
    }

    private static ObjectNode extend(Monitor monitor, ObjectNode query, ArrayNode rules) {
        ObjectNode extend = JSON.objectNode().put("funcName", "");
        extend.putArray("manager");
        extend.put("isNeedCreateIssue", false).put("needRecoverIssue", false);
        extend.put("issueLevelUUID", "").putArray("issueDfStatus");
        ObjectNode item = extend.putArray("querylist").addObject();
        item.put("uuid", Ids.of("", monitor.title().en()));
        item.put("qtype", "dql").put("datasource", "dataflux").set("query", query);
        extend.set("rules", rules);
        return extend;
    }
}
