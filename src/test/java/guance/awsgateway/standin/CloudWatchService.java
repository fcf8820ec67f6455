package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** CloudWatch in Smithy's RPC v2 protocol with CBOR bodies. */
final class CloudWatchService implements AwsService {
    private static final String PREFIX = "/service/GraniteServiceVersion20100801/operation/";

    /** No parameter: how many metrics a GetMetricData is billed for. */
    private static final String BILLED = "(billed)";

    private final PageSizes pages;
    private final PutMetrics put;

    CloudWatchService(PageSizes pages, PutMetrics put) {
        this.pages = pages;
        this.put = put;
    }

    @Override
    public AwsOperation read(AwsRequest request) {
        String name = request.path().substring(request.path().lastIndexOf('/') + 1);
        if (!request.method().equals("POST") || !request.path().equals(PREFIX + name)) {
            throw unknown(name);
        }
        JsonNode body = Cbor.read(request.body());
        return switch (name) {
            case "ListMetrics" ->
                    operation(
                            name,
                            body,
                            context -> cbor(new MetricList(body).answer(context, pages)));
            case "GetMetricData" ->
                    operation(
                            name,
                            body,
                            context -> cbor(new MetricData(body).page(context, pages).bytes()));
            case "PutMetricData" ->
                    operation(name, body, context -> cbor(put.answer(body, context)));
            default -> throw unknown(name);
        };
    }

    private static AwsError unknown(String name) {
        return new AwsError(404, "UnknownOperationException", "UnknownOperation", name);
    }

    /** Reads on after faults and access have been seen to, as a refused caller learns no more. */
    static AwsOperation operation(
            String name, JsonNode body, Function<AwsContext, AwsAnswer> reply) {
        return new AwsOperation(
                name,
                parameters(body),
                "cloudwatch:" + name,
                "",
                MetricQuery.datapoints(body),
                reply);
    }

    private static AwsAnswer cbor(byte[] body) {
        return answer(200, Map.of(), body);
    }

    private static Map<String, String> parameters(JsonNode body) {
        Map<String, String> parameters = new LinkedHashMap<>();
        body.fields().forEachRemaining(each -> parameters.put(each.getKey(), text(each)));
        if (body.has("MetricDataQueries")) {
            parameters.put(BILLED, Long.toString(MetricQuery.billed(body)));
        }
        return parameters;
    }

    private static String text(Map.Entry<String, JsonNode> member) {
        JsonNode value = member.getValue();
        if (member.getKey().endsWith("Time")) {
            return Cbor.time(value).toString();
        }
        return value.isArray() ? Integer.toString(value.size()) : value.asText();
    }

    @Override
    public AwsError error(AwsFailure failure, String denial) {
        return failure.error(denial);
    }

    @Override
    public AwsAnswer refusal(AwsError error) {
        String blame = error.status < 500 ? ";Sender" : ";Receiver";
        byte[] body =
                Cbor.bytes(
                        out -> {
                            out.writeStartObject();
                            out.writeStringField(
                                    "__type", "com.amazonaws.cloudwatch#" + error.shape);
                            out.writeStringField("message", error.getMessage());
                            out.writeEndObject();
                        });
        return answer(error.status, Map.of("x-amzn-query-error", error.code + blame), body);
    }

    private static AwsAnswer answer(int status, Map<String, String> more, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("smithy-protocol", "rpc-v2-cbor");
        headers.put("Content-Type", "application/cbor");
        return new AwsAnswer(status, headers, body);
    }
}
