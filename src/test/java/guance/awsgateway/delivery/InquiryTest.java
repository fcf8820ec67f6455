package guance.awsgateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.point.Point;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.standin.GuanceStandin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InquiryTest {

    private static final String TOKEN = "tkn_0123456789abcdef0123456789abcdef";
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final GuanceStandin guance =
            GuanceStandin.dataway(TOKEN, new TestClock("2026-11-24T12:00:00Z"));

    @AfterEach
    void close() {
        guance.close();
        assertThat(guance.violations()).isEmpty();
    }

    private Inquiry inquiry(String url, String token) {
        Settings settings =
                TestSettings.of(
                        "guance.receiver=dataway", "guance.url=" + url, "guance.token=" + token);
        return new Inquiry(settings.guance(), settings.proxies());
    }

    private Inquiry inquiry() {
        return inquiry(guance.url(), TOKEN);
    }

    @Test
    void theTokenIsAskedForInThePathAndWithoutParameters() throws Exception {
        try (Inquiry inquiry = inquiry()) {
            inquiry.checkToken();
        }

        assertThat(guance.requests())
                .singleElement()
                .satisfies(
                        request -> {
                            assertThat(request.path()).isEqualTo("/v1/check/token/" + TOKEN);
                            assertThat(request.query()).isEmpty();
                        });
    }

    @Test
    void aTokenThatItDoesNotKnowIsToldInItsWordsAndNotShown() throws Exception {
        try (Inquiry inquiry = inquiry(guance.url(), TOKEN.replace('0', 'f'))) {
            assertThatThrownBy(inquiry::checkToken)
                    .isInstanceOf(FailedInquiryException.class)
                    .hasMessage(
                            "Guance answered 403 kodo.tokenNotFound (token not found); check"
                                    + " guance.token, and the workspace's quota");
            assertThatThrownBy(inquiry::workspace).hasMessageContaining("kodo.tokenNotFound");
            assertThatThrownBy(() -> inquiry.query(List.of(new Dql("M::`m`", Optional.empty()))))
                    .hasMessageContaining("kodo.tokenNotFound");
        }
    }

    @Test
    void theWorkspaceIsToldWithoutItsToken() throws Exception {
        guance.checks().overUsage();
        try (Inquiry inquiry = inquiry()) {
            assertThat(inquiry.workspace())
                    .isEqualTo(new Workspace("wksp_standin", "pay", "normal", true));
        }
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        long nanos = NOON.getEpochSecond() * 1_000_000_000;
        try (Inquiry inquiry = inquiry()) {
            inquiry.write("metric", new Point("m", Map.of("a", "b"), Map.of("v", 3.5), nanos));

            assertThat(
                            inquiry.query(
                                    List.of(
                                            new Dql("M::`m` { `a` = 'b' }", Optional.of(NOON)),
                                            new Dql("M::`m` { `a` = 'c' }", Optional.of(NOON)))))
                    .containsExactly(
                            List.of(Map.of("time", NOON.toEpochMilli(), "v", 3.5, "a", "b")),
                            List.of());
        }
    }

    @Test
    void aQueryThatItDoesNotUnderstandIsNoBadPoint() throws Exception {
        try (Inquiry inquiry = inquiry()) {
            assertThatThrownBy(() -> inquiry.query(List.of(new Dql("hm", Optional.empty()))))
                    .hasMessage(
                            "Guance answered 400 kodo.parseError (parse error): it does not"
                                    + " understand the question");
        }
    }

    @Test
    void whoIsNotThereIsTold() throws Exception {
        String url = guance.url();
        guance.close();

        try (Inquiry inquiry = inquiry(url, TOKEN)) {
            assertThatThrownBy(inquiry::checkToken)
                    .isInstanceOf(FailedInquiryException.class)
                    .hasMessageContaining("cannot be reached")
                    .hasMessageContaining("guance.url");
        }
    }

    /** As in DataKit's api_query_test.go. */
    @Test
    void rowsOfAnAnswerHaveTheirTagsAndNoNulls() throws Exception {
        String answer =
                """
                {"content":[{"series":[{"name":"disk","tags":{"host":"tan-vm"},
                "columns":["time","used_percent","free"],
                "values":[[1710810931302,15.99,893210624],[1710810931303,76.46,null]]}],
                "points":null,"cost":"36.041516ms"},{"series":[],"cost":"1ms"},{"series":null}]}""";

        assertThat(Dql.rows(new ObjectMapper().readTree(answer)))
                .containsExactly(
                        List.of(
                                Map.of(
                                        "host",
                                        "tan-vm",
                                        "time",
                                        1710810931302L,
                                        "used_percent",
                                        15.99,
                                        "free",
                                        893210624),
                                Map.of(
                                        "host",
                                        "tan-vm",
                                        "time",
                                        1710810931303L,
                                        "used_percent",
                                        76.46)),
                        List.of(),
                        List.of());
    }

    @Test
    void aQueryIsAskedAsDataKitAsksIt() {
        Dql query = new Dql("M::`m`", Optional.of(NOON));

        assertThat(new String(Dql.body("tkn_x", List.of(query)), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {"token":"tkn_x","queries":[{"query":"M::`m`","disable_slimit":true,\
                        "time_range":[1795518000000,1795525200000]}]}""");
    }
}
