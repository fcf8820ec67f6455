package guance.awsgateway.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.point.LineProtocol;
import guance.awsgateway.point.Point;
import guance.awsgateway.settings.GuanceSettings;
import guance.awsgateway.settings.ProxySettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/**
 * Asks the receiver outside of the routes, once, over the connections that deliveries would take:
 * same address, token, certificates and proxies. Every failure is a {@link FailedInquiryException}
 * without secrets; an answer is waited for 30 s.
 */
public final class Inquiry implements AutoCloseable {

    private static final ContentType LINES = ContentType.TEXT_PLAIN.withCharset("utf-8");

    /** A query for one row of each target is far below. */
    private static final int LONGEST = 8 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI url;
    private final Token token;
    private final CloseableHttpClient client;

    private record Reply(int status, String body) {

        static Reply of(ClassicHttpResponse response) throws IOException {
            HttpEntity entity = response.getEntity();
            byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(LONGEST);
            return new Reply(response.getCode(), new String(body, StandardCharsets.UTF_8));
        }

        boolean isGood() {
            return status / 100 == 2;
        }
    }

    /** Calls nobody yet. */
    public Inquiry(GuanceSettings guance, ProxySettings proxies) {
        this.url = guance.url();
        this.token = new Token(guance);
        this.client = new GuanceHttp(guance, proxies).client();
    }

    /**
     * Whether a Dataway knows the token. Its answer may say no with status 200. Source: DataKit,
     * {@code internal/io/dataway/kodoapis.go}, CheckToken.
     */
    public void checkToken() throws FailedInquiryException {
        Reply reply = reply(ClassicRequestBuilder.get(url + GuanceHttp.CHECK_TOKEN).build());
        int code = json(reply).path("code").asInt(reply.status());
        if (code != 200) {
            throw new FailedInquiryException(GuanceAdvice.ofQuestion(code, reply.body()));
        }
    }

    /**
     * The workspace of a Dataway's token. DataKit posts the token to it ({@code
     * internal/httpapi/api_workspace.go}); where that is no method of its, it is asked by GET.
     */
    public Workspace workspace() throws FailedInquiryException {
        String body =
                JSON.createObjectNode().set("token", JSON.createArrayNode().add(read())).toString();
        Reply reply = reply(post("/v1/workspace", ContentType.APPLICATION_JSON, bytes(body)));
        if (reply.status() == 404 || reply.status() == 405) {
            reply = reply(ClassicRequestBuilder.get(url + "/v1/workspace").build());
        }
        return Workspace.of(json(reply));
    }

    /**
     * @return the version of the DataKit
     */
    public String ping() throws FailedInquiryException {
        Reply reply = reply(ClassicRequestBuilder.get(url + "/v1/ping").build());
        return json(reply).path("content").path("version").asText("of no version");
    }

    /** The rows of each query, in the order of the queries. */
    public List<List<Map<String, Object>>> query(List<Dql> queries) throws FailedInquiryException {
        byte[] body = Dql.body(read(), queries);
        Reply reply = reply(post("/v1/query/raw", ContentType.APPLICATION_JSON, body));
        List<List<Map<String, Object>>> rows = Dql.rows(json(reply));
        if (rows.size() != queries.size()) {
            throw odd(reply);
        }
        return rows;
    }

    /**
     * Writes a point, which is not tried again.
     *
     * @param category such as {@code metric}
     */
    public void write(String category, Point point) throws FailedInquiryException {
        Reply reply = reply(post("/v1/write/" + category, LINES, line(point)));
        if (!reply.isGood()) {
            throw new FailedInquiryException(GuanceAdvice.ofAnswer(reply.status(), reply.body()));
        }
    }

    private static byte[] line(Point point) {
        try (ByteArrayOutputStream line = new ByteArrayOutputStream()) {
            new LineProtocol().marshal(null, point, line);
            return line.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ClassicHttpRequest post(String path, ContentType type, byte[] body) {
        return ClassicRequestBuilder.post(url + path)
                .setEntity(new ByteArrayEntity(body, type))
                .build();
    }

    private Reply reply(ClassicHttpRequest request) throws FailedInquiryException {
        try {
            return client.execute(request, Reply::of);
        } catch (IOException | UncheckedIOException e) {
            throw new FailedInquiryException(GuanceAdvice.sentence(e));
        }
    }

    private String read() throws FailedInquiryException {
        try {
            return token.read();
        } catch (UncheckedIOException e) {
            throw new FailedInquiryException(e.getMessage());
        }
    }

    private static JsonNode json(Reply reply) throws FailedInquiryException {
        if (!reply.isGood()) {
            throw new FailedInquiryException(GuanceAdvice.ofQuestion(reply.status(), reply.body()));
        }
        try {
            JsonNode json = JSON.readTree(reply.body());
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Told below, without the body: nobody knows what it is.
        }
        throw odd(reply);
    }

    private static FailedInquiryException odd(Reply reply) {
        return new FailedInquiryException(
                "what answered %s is not Guance; check guance.url and the proxy"
                        .formatted(reply.status()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
