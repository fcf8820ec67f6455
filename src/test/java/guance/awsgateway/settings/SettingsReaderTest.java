package guance.awsgateway.settings;

import static guance.awsgateway.settings.Reading.ACCOUNT;
import static guance.awsgateway.settings.Reading.RECEIVER;
import static guance.awsgateway.settings.Reading.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    @TempDir Path directory;

    @Test
    void theReportShowsEveryProblemWithItsSource() {
        String file =
                ACCOUNT
                        + "guance.url=https://openway.example\n"
                        + "collector.accounts[1].name=ops\n"
                        + "collector.accounts[1].regions=eu-west1\n";

        assertThatThrownBy(
                        () ->
                                Reading.text(
                                        directory, file, Map.of(), Map.of("METRICS_PERIOD", "90s")))
                .hasMessage(
                        """
                        guance-aws-gateway did not start: 3 settings are wrong. Nothing was called.
                          collector.accounts[1].regions = eu-west1 (application.properties): not a region id; did you mean eu-west-1?
                          metrics.period = 90s (environment METRICS_PERIOD): must be a multiple of 60s, such as 60s or 120s
                          guance.token is missing: needed with guance.receiver=dataway; set it there or as GUANCE_TOKEN""");
    }

    @Test
    void aFileMayBeAbsent() {
        Map<String, String> environment =
                Map.of(
                        "COLLECTOR_ACCOUNTS_0_NAME", "shop",
                        "COLLECTOR_ACCOUNTS_0_REGIONS", "eu-west-1",
                        "GUANCE_URL", "https://openway.example/",
                        "GUANCE_TOKEN", TOKEN);

        Loaded loaded =
                SettingsReader.read(directory.resolve("none.properties"), Map.of(), environment);

        assertThat(loaded.settings().accounts())
                .containsExactly(
                        new AccountSettings(
                                "shop",
                                List.of("eu-west-1"),
                                Optional.empty(),
                                Optional.empty(),
                                new TreeMap<>()));
        assertThat(loaded.warnings()).isEmpty();
    }

    @Test
    void camelGetsDefaultsAndForeignKeysButNoSecret() {
        String file = ACCOUNT + RECEIVER + "camel.main.name=shop\nmy.own=1\nmetrics.delay=3m\n";

        Loaded loaded =
                Reading.text(
                        directory, file, Map.of("my.own", "2", "java.home", "/java"), Map.of());

        assertThat(loaded.properties())
                .contains(
                        entry("metrics.cron", "0 0/5 * * * ?"),
                        entry("metrics.delay", "3m"),
                        entry("guance.url", "https://openway.example"),
                        entry("guance.encoding", "line-protocol"),
                        entry("apis.selection[0]", "ALL"),
                        entry("collector.accounts[0].session-name", "guance-aws-gateway"),
                        entry("camel.main.name", "shop"),
                        entry("my.own", "2"))
                .doesNotContainKeys("guance.token", "java.home")
                .doesNotContainValue(TOKEN);
        assertThat(loaded.toString()).doesNotContain(TOKEN);
    }

    @Test
    void aTokenIsNeverToldWhereverItStands() {
        String file =
                "guance.token=HUSH7c1-0123456789\n"
                        + "guance.url=HUSH7c1-0123456789\n"
                        + "metrics.period=HUSH7c1-0123456789\n"
                        + "guance.HUSH7c1-0123456789=x\n"
                        + "collector.accounts[0].regions=HUSH7c1-0123456789\n"
                        + "metrics.grains=ALL,HUSH7c1-0123456789\n"
                        + "guance.token-file=tkn_HUSH7c1\n";

        assertThatThrownBy(
                        () ->
                                Reading.text(
                                        directory,
                                        file,
                                        Map.of("guance.token", "HUSH7c1-987654321"),
                                        Map.of("METRICS_DELAY", "HUSH7c1-987654321")))
                .message()
                .contains("metrics.period", "metrics.delay", "metrics.grains", "guance.url")
                .doesNotContain("HUSH");
    }

    @Test
    void aTokenOnTheCommandLineIsWarnedOf() {
        Loaded loaded =
                Reading.text(
                        directory, ACCOUNT + RECEIVER, Map.of("guance.token", TOKEN), Map.of());

        assertThat(loaded.warnings())
                .containsExactly(
                        "guance.token (-D): every user of the machine can read it in the list of"
                                + " processes; use GUANCE_TOKEN or guance.token-file");
    }

    @Test
    void aTokenFileStandsForTheToken() throws IOException {
        Path token = Files.writeString(directory.resolve("token"), TOKEN + "\n");
        String url = "guance.url=https://openway.example\n";

        Loaded loaded = Reading.text(directory, ACCOUNT + url + "guance.token-file=" + token);

        assertThat(loaded.settings().guance().tokenFile()).contains(token);
        assertThat(loaded.settings().guance().token()).isEmpty();
        assertThat(loaded.warnings()).isEmpty();
    }

    @Test
    void anUnknownSystemPropertyOfOursIsAProblem() {
        assertThatThrownBy(
                        () ->
                                Reading.text(
                                        directory,
                                        ACCOUNT + RECEIVER,
                                        Map.of("metrics.perod", "60s"),
                                        Map.of()))
                .message()
                .endsWith("\n  metrics.perod (-D): no such setting; did you mean metrics.period?");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Path file = directory.resolve("application.properties");
        Files.write(file, (ACCOUNT + RECEIVER + "#é").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Reading.problems(file))
                .contains("application.properties is not UTF-8; save it as UTF-8");
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(Reading.text(directory, "\uFEFF" + ACCOUNT + RECEIVER).warnings()).isEmpty();
    }
}
