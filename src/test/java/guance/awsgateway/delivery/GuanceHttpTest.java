package guance.awsgateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import guance.awsgateway.TestSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuanceHttpTest {
    private static final String TOKEN = "tkn_0123456789abcdef0123456789abcdef";
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 200;

    @TempDir Path directory;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    requests.add(exchange.getRequestURI().toString());
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void theTokenIsOnTheWireAndInNoUriOfOurs() throws IOException {
        HttpPost post =
                post("/v1/write/metric", "guance.receiver=dataway", "guance.token=" + TOKEN);

        assertThat(requests).containsExactly("/v1/write/metric?token=" + TOKEN);
        assertThat(post.getRequestUri()).doesNotContain("tkn_");
    }

    @Test
    void aTokenOfAnyFormIsEncoded() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "a&b=c d\n");

        post("/p/v1/write/metric?x=1", "guance.receiver=dataway", "guance.token-file=" + file);

        assertThat(requests).containsExactly("/p/v1/write/metric?x=1&token=a%26b%3Dc+d");
    }

    @Test
    void aDataKitIsToldWhoWritesAndHow() throws IOException {
        post("/v1/write/metric");

        assertThat(requests)
                .containsExactly(
                        "/v1/write/metric?ignore_global_host_tags=1&input=guance-aws-gateway"
                                + "&precision=n");
    }

    @Test
    void nothingIsFollowedOrRepeatedBehindTheRoutesBack() throws IOException {
        status = 307;
        post("/v1/write/metric");
        status = 503;
        post("/v1/write/metric");

        assertThat(requests).hasSize(2).allMatch(uri -> uri.startsWith("/v1/write/metric?"));
    }

    private HttpPost post(String path, String... lines) throws IOException {
        HttpClientBuilder builder = HttpClientBuilder.create();
        new GuanceHttp(TestSettings.of(lines).guance(), TestSettings.of(lines).proxies())
                .configureHttpClient(builder);
        HttpPost post = new HttpPost("http://127.0.0.1:" + server.getAddress().getPort() + path);
        try (CloseableHttpClient client = builder.build()) {
            client.execute(post, answer -> null);
        }
        return post;
    }
}
