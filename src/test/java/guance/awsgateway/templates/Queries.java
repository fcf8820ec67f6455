package guance.awsgateway.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guance.awsgateway.templates.Template.Query;
import java.util.List;
import java.util.Map;

/**
 * The queries of charts and monitors as Guance and its editor keep them: what runs, and beside it
 * what the editor shows.
 *
 * @param chosen whether the variables of the dashboard narrow them
 */
record Queries(Language language, boolean chosen) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * @param code of the item: A, B, or Result
     */
    ObjectNode json(Query query, String code) {
        return query.expression() == null ? simple(query, code) : expression(query, code);
    }

    private ObjectNode simple(Query query, String code) {
        String alias = query.alias().in(language);
        return simple(Dql.of(query.grain(), query.value(), alias, query.by(), chosen), code);
    }

    private static ObjectNode simple(Dql dql, String code) {
        ObjectNode json = JSON.objectNode();
        json.put("type", "simple").put("code", code).put("q", dql.text());
        json.put("namespace", dql.grain().editorNamespace())
                .put("dataSource", dql.grain().source());
        json.put("field", dql.field()).put("fieldFunc", dql.function());
        json.put("fieldType", dql.grain() == Grain.OBJECTS ? "string" : "float");
        json.put("alias", dql.alias()).putNull("fill");
        json.set("filters", filters(dql.filters()));
        json.set("groupBy", texts(dql.by()));
        json.putArray("funcList");
        json.putArray("queryFuncs");
        return json.put("groupByTime", "");
    }

    private static ArrayNode filters(List<Dql.Filter> filters) {
        ArrayNode all = JSON.arrayNode();
        for (Dql.Filter filter : filters) {
            ObjectNode json = all.addObject();
            json.put("id", String.valueOf(all.size())).put("name", filter.name()).put("op", "=");
            json.put("type", "keyword").put("logic", filter.logic()).put("value", filter.value());
            json.putArray("values");
        }
        return all;
    }

    private ObjectNode expression(Query query, String code) {
        ObjectNode json = JSON.objectNode();
        String alias = query.alias().in(language);
        json.put("type", "expression").put("code", code).put("alias", alias);
        json.put("expression", query.expression());
        ArrayNode children = JSON.arrayNode();
        for (Map.Entry<String, String> part : query.parts().entrySet()) {
            Dql dql = Dql.of(query.grain(), part.getValue(), "", query.by(), chosen);
            children.add(simple(dql, part.getKey()));
        }
        json.put("q", eval(query.expression(), alias, children));
        json.set("children", children);
        json.putArray("funcList");
        return json;
    }

    private static String eval(String expression, String alias, ArrayNode children) {
        StringBuilder parts = new StringBuilder();
        for (JsonNode child : children) {
            parts.append(", ")
                    .append(child.path("code").textValue())
                    .append("=\"")
                    .append(child.path("q").textValue())
                    .append('"');
        }
        return "eval(%s, alias='%s'%s)".formatted(expression, alias, parts);
    }

    static ArrayNode texts(List<String> texts) {
        ArrayNode all = JSON.arrayNode();
        texts.forEach(all::add);
        return all;
    }
}
