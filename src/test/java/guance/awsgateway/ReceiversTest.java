package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceRequest;
import guance.awsgateway.standin.World;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class ReceiversTest {

    private static final String DATAKIT =
            "ignore_global_host_tags=1&input=guance-aws-gateway&precision=n";
    private static final World WORLD = World.shop(Api.rest("k3f9d0q2zm", "orders"));

    @Test
    void aDatawayGetsTheTokenAndGzippedLines() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);

            bothArrived(bench, "token=" + Bench.TOKEN, "text/plain; charset=utf-8");
        }
    }

    @Test
    void aDatakitGetsItsParametersAndNoToken() throws Exception {
        try (Bench bench = new Bench(WORLD).datakit()) {
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);

            bothArrived(bench, DATAKIT, "text/plain; charset=utf-8");
        }
    }

    @Test
    void aDatakitCanHaveJson() throws Exception {
        try (Bench bench = new Bench(WORLD).datakit().with("guance.encoding", "json")) {
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);

            bothArrived(bench, DATAKIT, "application/json");
        }
    }

    private static void bothArrived(Bench bench, String query, String type) {
        assertThat(bench.guance().requests())
                .extracting(GuanceRequest::path)
                .containsExactly("/v1/write/custom_object", "/v1/write/metric");
        assertThat(bench.guance().requests())
                .allSatisfy(
                        request -> {
                            assertThat(request.query()).isEqualTo(query);
                            assertThat(request.headers())
                                    .containsEntry("content-type", type)
                                    .containsEntry("content-encoding", "gzip")
                                    .containsKey("content-length")
                                    .doesNotContainKey("transfer-encoding");
                        });
        assertThat(bench.guance().points("custom_object")).hasSize(1);
        Truth.of(WORLD, at -> !at.metric().dimensions().isEmpty())
                .isAllThatArrived(bench.guance().points("metric"));
    }

    @Test
    void thePathOfTheAddressIsKept() throws Exception {
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        HttpServer proxy =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext(
                "/",
                exchange -> {
                    seen.add(exchange.getRequestURI().toString());
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        proxy.start();
        String url = "http://127.0.0.1:" + proxy.getAddress().getPort() + "/open/way/";
        try (Bench bench = new Bench(WORLD).with("guance.url", url)) {
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);

            assertThat(seen)
                    .containsExactly(
                            "/open/way/v1/write/custom_object?token=" + Bench.TOKEN,
                            "/open/way/v1/write/metric?token=" + Bench.TOKEN);
        } finally {
            proxy.stop(0);
        }
    }
}
