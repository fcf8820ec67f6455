package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.standin.World;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's files and its JSON API as HTTP shows them, of one collector for all tests. */
class PageTest {

    private static Bench bench;
    private static PageClient page;

    @BeforeAll
    static void begin() throws Exception {
        bench = new Bench(World.demo()).serve();
        bench.start(Mode.SCHEDULED);
        page = new PageClient(bench.served().port());
        await().atMost(Duration.ofMinutes(1)).until(() -> bench.ended().size() >= 6);
    }

    @AfterAll
    static void end() throws Exception {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/page/page.css, text/css",
        "/page/page.js, text/javascript",
        "/page/icon.svg, image/svg+xml",
        "/api/status, application/json"
    })
    void everyAnswerIsSealed(String path, String type) throws Exception {
        HttpResponse<String> answer = bench.served().get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith(type);
        assertThat(answer.headers().map())
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("x-frame-options", List.of("DENY"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("referrer-policy", List.of("no-referrer"));
        assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.startsWith("access-control"))
                .noneMatch(name -> name.startsWith("camel"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/",
                "/page/../application.properties",
                "/api/",
                "/api/runs/x",
                "/api/runs?target=typo",
                "/api/runs?job=nope",
                "/api/apis?target=typo"
            })
    void whatThereIsNotIsSaidToBeMissing(String path) throws Exception {
        assertThat(bench.served().status(path)).isEqualTo(404);
    }

    @Test
    void theStatusShowsEveryJobWithItsRunAndLag() throws Exception {
        JsonNode status = page.json("/api/status");

        assertThat(status.path("jobs").findValuesAsText("state")).hasSize(6).containsOnly("ok");
        JsonNode job = status.path("jobs").get(1);
        assertThat(job.path("target").asText()).isEqualTo("shop-eu-west-1");
        assertThat(job.path("job").asText()).isEqualTo("metrics");
        assertThat(job.path("lag_seconds").asLong()).isEqualTo(300);
        assertThat(job.path("last_run").path("points_accepted").asInt()).isPositive();
        assertThat(job.path("recent_runs")).hasSize(1);
        assertThat(status.path("fresh").path("up").asBoolean()).isTrue();
        assertThat(status.path("cost").path("targets_estimated").asInt()).isEqualTo(3);
        assertThat(status.path("actions").path("token_needed").asBoolean()).isFalse();
    }

    @Test
    void apisShowTheirTrafficWhateverTheirProtocol() throws Exception {
        JsonNode all = page.json("/api/apis");

        assertThat(all.path("left_out").asInt()).isZero();
        JsonNode rest = api(all, "k3f9d0q2zm");
        assertThat(rest.path("name").asText()).isEqualTo("orders-api");
        assertThat(rest.path("protocol").asText()).isEqualTo("REST");
        assertThat(rest.path("count").asDouble()).isPositive();
        assertThat(rest.path("latency_ms").asDouble()).isPositive();
        assertThat(rest.path("errors_5xx").isNumber()).isTrue();
        assertThat(rest.path("chart").path("count")).hasSize(36);
        assertThat(api(all, "w5x6y7z8a9").path("count").asDouble()).isPositive();
        assertThat(page.json("/api/apis?search=ORDERS&limit=1").path("apis")).hasSize(1);
    }

    @Test
    void aRunIsFoundByItsIdWithWhatItLogged() throws Exception {
        String runs = "/api/runs?job=objects&target=shop-eu-west-1&limit=1";
        String id = page.json(runs).path("runs").get(0).path("id").asText();

        JsonNode run = page.json("/api/runs/" + id);

        assertThat(run.path("run").path("outcome").asText()).isEqualTo("ok");
        assertThat(run.path("log").findValuesAsText("level")).containsExactly("WARN");
        assertThat(run.path("log").findValuesAsText("message").get(0))
                .contains("share the name webhooks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/runs?limit=0", "/api/runs?limit=x"})
    void aQueryThatMeansNothingIsRefused(String path) throws Exception {
        assertThat(bench.served().status(path)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?x=%zz",
                "/page/page.js?x=%",
                "/api/apis?search=%zz",
                "/api/status?%+1",
                "/observe/health?x=%zz"
            })
    void aQueryThatIsNotUrlEncodedGetsASentenceAndLeavesNoTrace(String path) throws Exception {
        try (Logs logs = new Logs(Level.INFO)) {
            assertThat(page.rawly(path, "localhost"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("nosniff")
                    .endsWith("{\"error\":\"the query is not URL-encoded\"}");
            assertThat(logs.traces()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/status, localhost, 200",
        "/api/status, evil.example, 403",
        "/, evil.example, 403",
        "/page/page.js, evil.example, 403"
    })
    void onlyThisMachineIsAnsweredByAnyName(String path, String host, int status) throws Exception {
        assertThat(page.rawly(path, host)).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @CsvSource({
        "CamelHttpPath, /api/runs",
        "camelhttppath, /api/runs",
        "CAMELBeanMethodName, refuse",
        "CamelHttpResponseCode, 500",
        "camelhttpuri, http://evil.example",
        "CamelFileName, ../../stolen",
        "org.apache.camel.Something, x"
    })
    void neitherAHeaderOfCamelNorAParameterSteersAnything(String name, String value)
            throws Exception {
        String parameter = "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        HttpRequest request = page.request("/api/status" + parameter).header(name, value).build();

        HttpResponse<String> answer = page.send(request);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new ObjectMapper().readTree(answer.body()).has("jobs")).isTrue();
        assertThat(answer.headers().map().keySet())
                .noneMatch(header -> header.equalsIgnoreCase(name));
    }

    private static JsonNode api(JsonNode all, String id) {
        return StreamSupport.stream(all.path("apis").spliterator(), false)
                .filter(each -> each.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
