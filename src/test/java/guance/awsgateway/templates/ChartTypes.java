package guance.awsgateway.templates;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guance.awsgateway.templates.Template.Chart;

/** The settings that a chart has by its type. */
record ChartTypes(Chart chart) {

    private static final int TOP = 10;
    private static final int ROWS = 100;

    ObjectNode settings() {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        return switch (chart.type()) {
            case "sequence" -> sequence(settings);
            case "singlestat" -> singlestat(settings);
            case "table" -> table(settings);
            case "toplist" -> toplist(settings);
            case "pie" -> pie(settings);
            default -> throw new IllegalArgumentException("no type of chart: " + chart.type());
        };
    }

    private ObjectNode sequence(ObjectNode settings) {
        boolean stacked = !chart.style().equals("line");
        settings.put("chartType", chart.style()).put("stackType", "time").put("openStack", stacked);
        settings.put("showLine", false).put("xAxisShowType", "time").put("connectNulls", false);
        settings.put("legendPostion", "bottom").putArray("legendValues").add("avg").add("max");
        return settings.put("aliasVersion", 2);
    }

    private static ObjectNode singlestat(ObjectNode settings) {
        settings.put("downsample", "last").put("bgColor", "").put("fontColor", "");
        settings.put("lineColor", "").put("compareType", "").put("openCompare", false);
        settings.putArray("mappings");
        return settings.put("showLine", false).put("showLineAxis", false);
    }

    private static ObjectNode table(ObjectNode settings) {
        settings.put("queryMode", "toGroupColumn").put("pageSize", 0);
        settings.putArray("showColumns");
        settings.putArray("valMappings");
        settings.putArray("valColorMappings");
        return main(settings, ROWS);
    }

    private static ObjectNode toplist(ObjectNode settings) {
        settings.put("chartType", "bar").put("topSize", TOP).put("showTopSize", true);
        settings.putObject("bar").put("direction", "horizontal").put("xAxisShowType", "groupBy");
        return main(settings, TOP);
    }

    private static ObjectNode pie(ObjectNode settings) {
        settings.put("chartType", "doughnut").put("legendPostion", "bottom");
        return main(settings, TOP);
    }

    private static ObjectNode main(ObjectNode settings, int limit) {
        settings.put("mainMeasurementQueryCode", "A").put("mainMeasurementSort", "top");
        return settings.put("mainMeasurementLimit", limit);
    }
}
