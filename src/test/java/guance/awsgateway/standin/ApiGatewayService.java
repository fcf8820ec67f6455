package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The listings of API Gateway v1 and v2 in REST JSON. */
final class ApiGatewayService implements AwsService {
    private static final Pattern V1 = Pattern.compile("/restapis(?:/([^/]+)/stages)?");
    private static final Pattern V2 = Pattern.compile("/v2/apis(?:/([^/]+)/stages)?");

    private final PageSizes pages;

    ApiGatewayService(PageSizes pages) {
        this.pages = pages;
    }

    @Override
    public AwsOperation read(AwsRequest request) {
        Matcher v1 = V1.matcher(request.path());
        Matcher v2 = V2.matcher(request.path());
        if (request.method().equals("GET") && v1.matches()) {
            return v1(request, v1.group(1));
        }
        if (request.method().equals("GET") && v2.matches()) {
            return v2(request, v2.group(1));
        }
        throw new AwsError(403, "MissingAuthenticationTokenException", "", request.path());
    }

    private AwsOperation v1(AwsRequest request, String api) {
        PageRequest page = page(request, "limit", "position");
        return api == null
                ? operation("GetRestApis", request, all -> Optional.of(all.restApis(page)))
                : operation("GetStages", request, all -> all.restStages(AwsRequest.decode(api)));
    }

    private AwsOperation v2(AwsRequest request, String api) {
        PageRequest page = page(request, "maxResults", "nextToken");
        return api == null
                ? operation("GetApis", request, all -> Optional.of(all.apis(page)))
                : operation("GetStages", request, all -> all.stages(AwsRequest.decode(api), page));
    }

    /** Both lists give 25 when not asked for more. Source: API references of v1 and v2. */
    private PageRequest page(AwsRequest request, String size, String token) {
        int wanted = Integer.parseInt(request.query().getOrDefault(size, "25"));
        return new PageRequest(
                Math.min(wanted, pages.apis()), request.query().get(token), pages.odd());
    }

    private static AwsOperation operation(
            String name, AwsRequest request, Function<Assets, Optional<JsonNode>> listing) {
        String resource =
                String.format(
                        "arn:%s:apigateway:%s::%s",
                        Partition.of(request.region()), request.region(), request.path());
        return new AwsOperation(
                name,
                request.query(),
                "apigateway:GET",
                resource,
                context -> answer(context, listing));
    }

    private static AwsAnswer answer(
            AwsContext context, Function<Assets, Optional<JsonNode>> listing) {
        try {
            return listing.apply(context.region().assets())
                    .map(body -> new AwsAnswer(200, headers(), Json.bytes(body)))
                    .orElseThrow(ApiGatewayService::notFound);
        } catch (IllegalArgumentException e) {
            throw new AwsError(400, "BadRequestException", "", "Invalid position parameter");
        }
    }

    private static AwsError notFound() {
        return new AwsError(404, "NotFoundException", "", "Invalid API identifier specified");
    }

    /** The control plane throttles in its own words: 429. */
    @Override
    public AwsError error(AwsFailure failure, String denial) {
        return failure == AwsFailure.THROTTLED
                ? new AwsError(429, "TooManyRequestsException", "", "Too Many Requests")
                : failure.error(denial);
    }

    @Override
    public AwsAnswer refusal(AwsError error) {
        byte[] body =
                Json.bytes(
                        JsonNodeFactory.instance.objectNode().put("message", error.getMessage()));
        return new AwsAnswer(
                error.status,
                Map.of("Content-Type", "application/json", "x-amzn-errortype", error.shape),
                body);
    }

    private static Map<String, String> headers() {
        return Map.of("Content-Type", "application/json");
    }
}
