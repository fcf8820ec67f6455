package guance.awsgateway.templates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guance.awsgateway.templates.Template.Monitor;

/** From which value on a monitor says what, the worst first. */
record Rules(Monitor monitor) {

    ArrayNode json() {
        ArrayNode rules = JsonNodeFactory.instance.arrayNode();
        monitor.at().forEach((status, condition) -> add(rules, status, condition.split(" ")));
        return rules;
    }

    private static void add(ArrayNode rules, String status, String[] condition) {
        ObjectNode rule = rules.addObject().put("status", status).put("conditionLogic", "and");
        rule.put("matchTimes", 1);
        ObjectNode json = rule.putArray("conditions").addObject().put("alias", "Result");
        json.put("operator", condition[0]).putArray("operands").add(condition[1]);
    }
}
