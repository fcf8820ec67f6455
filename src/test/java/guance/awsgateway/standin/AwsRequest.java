package guance.awsgateway.standin;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.EntityUtils;

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

    static AwsRequest read(ClassicHttpRequest request) throws IOException, HttpException {
        Matcher scope = SCOPE.matcher(header(request, "Authorization", ""));
        boolean signed = scope.find();
        String[] target = request.getPath().split("\\?", 2);
        return new AwsRequest(
                request.getMethod(),
                target[0],
                form(target.length == 1 ? null : target[1]),
                body(request.getEntity()),
                signed ? scope.group(3) : "",
                signed ? scope.group(2) : "",
                signed ? scope.group(1) : "",
                header(request, "X-Amz-Security-Token", null));
    }

    private static byte[] body(HttpEntity entity) throws IOException {
        return entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
    }

    private static String header(ClassicHttpRequest request, String name, String otherwise)
            throws HttpException {
        return request.containsHeader(name) ? request.getHeader(name).getValue() : otherwise;
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
