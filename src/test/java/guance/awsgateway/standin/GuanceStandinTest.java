package guance.awsgateway.standin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.point.Point;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuanceStandinTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:15:00Z");
    private static final long NANOS = NOW.getEpochSecond() * 1_000_000_000;
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String DATAWAY = "/v1/write/metric?token=tkn_right";
    private static final String DATAKIT =
            "/v1/write/metric?ignore_global_host_tags=1&input=guance-aws-gateway&precision=n";
    private static final Point POINT = new Point("m", Map.of("a", "b"), Map.of("f", 3.0), NANOS);
    private static final String LINE = "m,a=b f=3.0 " + NANOS;

    private final GuanceStandin dataway = GuanceStandin.dataway("tkn_right", CLOCK);
    private final GuanceStandin datakit = GuanceStandin.datakit(CLOCK);

    @AfterEach
    void close() {
        dataway.close();
        datakit.close();
    }

    @Test
    void keepsPointsInOrderWithDoubles() throws Exception {
        String other = "n f=1.0 " + NANOS;

        assertThat(post(dataway, DATAWAY, LINE + "\n" + other).statusCode()).isEqualTo(200);
        assertThat(post(dataway, DATAWAY, LINE).statusCode()).isEqualTo(200);

        assertThat(dataway.points("metric"))
                .containsExactly(POINT, new Point("n", Map.of(), Map.of("f", 1.0), NANOS), POINT);
        assertThat(dataway.violations()).isEmpty();
        GuanceRequest request = dataway.requests().get(1);
        assertThat(request)
                .isEqualTo(
                        new GuanceRequest(
                                "POST",
                                "/v1/write/metric",
                                "token=tkn_right",
                                request.headers(),
                                LINE.length(),
                                200,
                                NOW));
    }

    @Test
    void refusesAWrongToken() throws Exception {
        HttpResponse<String> answer = post(dataway, "/v1/write/metric?token=tkn_wrong", LINE);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"error_code\":\"kodo.tokenNotFound\"");
        assertThat(dataway.points("metric")).isEmpty();
    }

    @Test
    void refusesTheWholeBodyForOneBadLineAndEchoesIt() throws Exception {
        HttpResponse<String> answer = post(datakit, DATAKIT, LINE + "\nm,a= f=1 1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("datakit.invalidLinePoint", "line 2: the value of tag a is empty", LINE);
        assertThat(datakit.points("metric")).isEmpty();
    }

    @Test
    void refusesAGzipLieAndNotesIt() throws Exception {
        var sender = new GuancePosts(datakit);

        var lie = sender.send(DATAKIT, GuancePosts.LINE_TYPE, LINE.getBytes(UTF_8), true);
        var hidden = sender.send(DATAKIT, GuancePosts.LINE_TYPE, GuancePosts.gzip(LINE), false);

        assertThat(lie.statusCode()).isEqualTo(400);
        assertThat(hidden.statusCode()).isEqualTo(400);
        assertThat(datakit.violations())
                .containsExactly(
                        "Content-Encoding gzip on a body that is not gzip",
                        "a gzip body without Content-Encoding");
    }

    @Test
    void notesWhatTheContractForbids() throws Exception {
        String points = (LINE + "\n").repeat(1000) + LINE;
        var sender = new GuancePosts(datakit);

        sender.send("/v1/write/metric?token=x", "text/html", points.getBytes(UTF_8), false);

        assertThat(datakit.violations())
                .containsExactly(
                        "Content-Type text/html",
                        "no precision=n",
                        "no ignore_global_host_tags=1",
                        "a token for DataKit",
                        "1001 points in a body");
        assertThat(datakit.points("metric")).hasSize(1001);
    }

    @Test
    void readsJsonAsDataKitOnly() throws Exception {
        byte[] json =
                ("[{\"measurement\":\"m\",\"tags\":{\"a\":\"b\"},\"fields\":{\"f\":3},\"time\":"
                                + NANOS
                                + "}]")
                        .getBytes(UTF_8);

        var read = new GuancePosts(datakit).send(DATAKIT, "application/json", json, false);
        var refused = new GuancePosts(dataway).send(DATAWAY, "application/json", json, false);

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(datakit.points("metric")).containsExactly(POINT);
        assertThat(datakit.violations()).isEmpty();
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void losesTextInMetricsAsTheRealOneDoes() throws Exception {
        String lines = "m,a=b f=3.0,s=\"x\" " + NANOS + "\nm s=\"x\" " + NANOS;

        post(dataway, DATAWAY, lines);
        post(dataway, DATAWAY.replace("metric", "custom_object"), lines);

        assertThat(dataway.points("metric")).containsExactly(POINT);
        assertThat(dataway.points("custom_object")).hasSize(2);
    }

    @Test
    void rewritesOldTimesAsDataKitOnly() throws Exception {
        long old = NANOS - 7_200_000_000_001L;

        post(datakit, DATAKIT, "m,a=b f=3.0 " + old);
        post(dataway, DATAWAY, "m,a=b f=3.0 " + old);

        Map<String, Object> moved = Map.of("f", 3.0, "__orig_time", old);
        assertThat(datakit.points("metric"))
                .containsExactly(new Point("m", POINT.tags(), moved, NANOS));
        assertThat(dataway.points("metric"))
                .containsExactly(new Point("m", POINT.tags(), POINT.fields(), old));
    }

    @Test
    void answersChecks() throws Exception {
        var toDataway = new GuancePosts(dataway);

        assertThat(toDataway.get("/v1/check/token/tkn_right").body()).contains("\"code\":200");
        assertThat(toDataway.get("/v1/check/token/tkn_wrong").body()).contains("\"code\":403");
        assertThat(toDataway.get("/v1/ping?token=tkn_right").statusCode()).isEqualTo(404);
        assertThat(new GuancePosts(datakit).get("/v1/ping").body()).contains("\"version\"");
        assertThat(post(dataway, "/v1/write/logging?token=tkn_right", LINE).statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> post(GuanceStandin guance, String path, String body)
            throws Exception {
        return new GuancePosts(guance).lines(path, body);
    }
}
