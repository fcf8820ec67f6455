package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * CloudWatch in the query protocol, which older SDKs speak: a form in, XML out. Source: CloudWatch
 * API reference (2010-08-01).
 */
final class CloudWatchQueryService implements AwsService {

    private final PageSizes pages;

    CloudWatchQueryService(PageSizes pages) {
        this.pages = pages;
    }

    /** Whether a request to CloudWatch is in this protocol: the others name the operation in it. */
    static boolean isOf(AwsRequest request) {
        return request.service().equals("monitoring") && request.path().equals("/");
    }

    @Override
    public AwsOperation read(AwsRequest request) {
        JsonNode form =
                QueryForm.tree(AwsRequest.form(new String(request.body(), StandardCharsets.UTF_8)));
        String action = form.path("Action").asText();
        return switch (action) {
            case "ListMetrics" -> operation(action, form, context -> list(form, context));
            case "GetMetricData" -> operation(action, form, context -> data(form, context));
            default ->
                    throw new AwsError(
                            400, "InvalidAction", "InvalidAction", "Could not find " + action);
        };
    }

    private interface Reply {
        String to(AwsContext context);
    }

    private static AwsOperation operation(String action, JsonNode form, Reply reply) {
        return CloudWatchService.operation(
                action, form, context -> CloudWatchXml.result(action, reply.to(context)));
    }

    private String list(JsonNode form, AwsContext context) {
        return CloudWatchXml.metrics(new MetricList(form).page(context, pages));
    }

    private String data(JsonNode form, AwsContext context) {
        return CloudWatchXml.data(new MetricData(form).page(context, pages));
    }

    @Override
    public AwsError error(AwsFailure failure, String denial) {
        return failure.error(denial);
    }

    @Override
    public AwsAnswer refusal(AwsError error) {
        return CloudWatchXml.error(error);
    }
}
