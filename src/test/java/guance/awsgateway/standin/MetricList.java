package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.util.Map;

/**
 * ListMetrics. Its one RecentlyActive is PT3H. Source: ListMetrics API reference.
 *
 * @param body the request's
 */
record MetricList(JsonNode body) {

    byte[] answer(AwsContext context, PageSizes pages) {
        MetricsPage page = page(context, pages);
        return Cbor.bytes(out -> write(out, page));
    }

    MetricsPage page(AwsContext context, PageSizes pages) {
        String recently = MetricReader.text(body, "RecentlyActive");
        if (recently != null && !recently.equals("PT3H")) {
            throw invalid("RecentlyActive must be PT3H");
        }
        MetricsFilter filter =
                new MetricsFilter(
                        MetricReader.text(body, "Namespace"),
                        MetricReader.text(body, "MetricName"),
                        MetricReader.dimensions(body.path("Dimensions")),
                        recently != null);
        String token = MetricReader.text(body, "NextToken");
        try {
            return context.region().metrics().list(filter, token, pages.metrics(), context.now());
        } catch (IllegalArgumentException e) {
            throw invalid("The value for parameter NextToken is invalid");
        }
    }

    private static AwsError invalid(String message) {
        return new AwsError(
                400, "InvalidParameterValueException", "InvalidParameterValue", message);
    }

    private static void write(CBORGenerator out, MetricsPage page) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("Metrics");
        for (Metric metric : page.metrics()) {
            write(out, metric);
        }
        out.writeEndArray();
        if (page.nextToken() != null) {
            out.writeStringField("NextToken", page.nextToken());
        }
        out.writeEndObject();
    }

    private static void write(CBORGenerator out, Metric metric) throws IOException {
        out.writeStartObject();
        out.writeStringField("Namespace", metric.namespace());
        out.writeStringField("MetricName", metric.name());
        out.writeArrayFieldStart("Dimensions");
        for (Map.Entry<String, String> dimension : metric.dimensions().entrySet()) {
            out.writeStartObject();
            out.writeStringField("Name", dimension.getKey());
            out.writeStringField("Value", dimension.getValue());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
