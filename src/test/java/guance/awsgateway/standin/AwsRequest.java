package guance.awsgateway.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as it came over the wire. Service, region and access key stand in the credential scope
 * of the SigV4 Authorization header; they are empty where the request is not signed.
 *
 * @param path still escaped
 * @param token X-Amz-Security-Token, null without one
 */
record AwsRequest(
        String method,
        String path,
        Map<String, String> query,
        byte[] body,
        String service,
        String region,
        String accessKey,
        String token) {

    private static final Pattern SCOPE =
            Pattern.compile("Credential=([^/]+)/\\d{8}/([^/]+)/([^/]+)/aws4_request");

    static AwsRequest read(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        Matcher scope = SCOPE.matcher(authorization == null ? "" : authorization);
        boolean signed = scope.find();
        return new AwsRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                form(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestBody().readAllBytes(),
                signed ? scope.group(3) : "",
                signed ? scope.group(2) : "",
                signed ? scope.group(1) : "",
                exchange.getRequestHeaders().getFirst("X-Amz-Security-Token"));
    }

    /**
     * @param text a query string or a form; null is empty
     */
    static Map<String, String> form(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        if (text != null && !text.isEmpty()) {
            for (String pair : text.split("&")) {
                String[] parts = pair.split("=", 2);
                values.put(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
            }
        }
        return values;
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
