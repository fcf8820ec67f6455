package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.standin.World;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be done by HTTP, and by whom, of one collector with a token for all tests. */
class PageActionsTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static Bench bench;
    private static PageClient page;

    @BeforeAll
    static void begin() throws Exception {
        bench = new Bench(World.demo()).serve();
        Path token = Files.writeString(bench.folder.resolve("management-token"), TOKEN);
        bench.with("management.token-file", token.toString());
        bench.start(Mode.SCHEDULED);
        page = new PageClient(bench.served().port());
        await().atMost(Duration.ofMinutes(1)).until(() -> bench.ended().size() >= 6);
    }

    @AfterAll
    static void end() throws Exception {
        bench.close();
    }

    @Test
    void aSiteThatAsksForLeaveGetsNone() throws Exception {
        HttpRequest preflight =
                page.request("/api/replay")
                        .header("Origin", "http://evil.example")
                        .header("Access-Control-Request-Method", "POST")
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build();

        HttpResponse<String> answer = page.send(preflight);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void nothingIsDoneByGet() throws Exception {
        assertThat(bench.served().status("/api/replay")).isEqualTo(404);
        assertThat(bench.served().status("/api/jobs/shop-eu-west-1/metrics/run")).isEqualTo(404);
    }

    @Test
    void anActionNeedsTheTokenAndAJsonContentType() throws Exception {
        String path = "/api/jobs/shop-eu-west-1/objects/suspend";

        assertThat(page.send(page.request(path).POST(BodyPublishers.noBody()).build()).statusCode())
                .isEqualTo(415);
        assertThat(page.act(path, "wrong").statusCode()).isEqualTo(401);
        assertThat(page.json("/api/status").path("jobs").findValuesAsText("suspended"))
                .containsOnly("false");
    }

    @Test
    void aJobIsSuspendedAndResumed() throws Exception {
        String job = "/api/jobs/shop-us-east-1/objects/";

        assertThat(page.act(job + "suspend", TOKEN).statusCode()).isEqualTo(202);
        await().until(() -> suspended("shop-us-east-1"));

        assertThat(page.act(job + "resume", TOKEN).statusCode()).isEqualTo(202);
        await().until(() -> !suspended("shop-us-east-1"));
    }

    @Test
    void runNowAddsARunRecord() throws Exception {
        String runs = "/api/runs?target=ops-cn-northwest-1&job=objects";
        int before = page.json(runs).path("runs").size();

        page.act("/api/jobs/ops-cn-northwest-1/objects/run", TOKEN);

        await().until(() -> page.json(runs).path("runs").size() == before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/jobs/nobody/objects/run",
                "/api/jobs/shop-eu-west-1/other/run",
                "/api/jobs/shop-eu-west-1/objects/stop",
                "/api/other"
            })
    void anActionThatThereIsNotIsSaidToBeMissing(String path) throws Exception {
        assertThat(page.act(path, TOKEN).statusCode()).isEqualTo(404);
    }

    private static boolean suspended(String target) throws Exception {
        return page.job(target, "objects").path("suspended").asBoolean();
    }
}
