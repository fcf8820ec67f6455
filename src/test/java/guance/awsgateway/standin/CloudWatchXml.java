package guance.awsgateway.standin;

import java.time.Instant;
import java.util.Map;

/** Answers of CloudWatch as XML. Source: CloudWatch API reference (2010-08-01). */
final class CloudWatchXml {

    private static final String NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";

    private CloudWatchXml() {}

    static AwsAnswer result(String action, String result) {
        return StsXml.result(NAMESPACE, action, result);
    }

    static AwsAnswer error(AwsError error) {
        return StsXml.error(NAMESPACE, error);
    }

    static String metrics(MetricsPage page) {
        StringBuilder xml = new StringBuilder("<Metrics>");
        for (Metric metric : page.metrics()) {
            xml.append("<member>");
            element(xml, "Namespace", metric.namespace());
            element(xml, "MetricName", metric.name());
            xml.append("<Dimensions>");
            for (Map.Entry<String, String> dimension : metric.dimensions().entrySet()) {
                xml.append("<member>");
                element(xml, "Name", dimension.getKey());
                element(xml, "Value", dimension.getValue());
                xml.append("</member>");
            }
            xml.append("</Dimensions></member>");
        }
        xml.append("</Metrics>");
        return nextToken(xml, page.nextToken());
    }

    static String data(MetricDataPage page) {
        StringBuilder xml = new StringBuilder("<MetricDataResults>");
        for (MetricDataPage.Result result : page.results()) {
            xml.append("<member>");
            element(xml, "Id", result.id());
            element(xml, "Label", result.label());
            xml.append("<Timestamps>");
            for (MetricDataPage.Value value : result.values()) {
                element(xml, "member", Instant.ofEpochSecond(value.time()).toString());
            }
            xml.append("</Timestamps><Values>");
            for (MetricDataPage.Value value : result.values()) {
                element(xml, "member", Double.toString(value.value()));
            }
            xml.append("</Values>");
            element(xml, "StatusCode", result.status());
            xml.append("</member>");
        }
        xml.append("</MetricDataResults>");
        return nextToken(xml, page.nextToken());
    }

    private static String nextToken(StringBuilder xml, String token) {
        if (token != null) {
            element(xml, "NextToken", token);
        }
        return xml.toString();
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append('<').append(name).append('>');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&') {
                xml.append("&amp;");
            } else if (c == '<') {
                xml.append("&lt;");
            } else {
                xml.append(c);
            }
        }
        xml.append("</").append(name).append('>');
    }
}
