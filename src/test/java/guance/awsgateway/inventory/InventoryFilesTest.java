package guance.awsgateway.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.LogLines;
import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.disk.JsonFile;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import guance.awsgateway.target.StandinClients;
import guance.awsgateway.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryFilesTest {
    private static final String TARGET = TestSettings.TARGET;
    private static final Map<String, String> LEGACY = Map.of("ApiName", "legacy");

    private final TestClock clock = new TestClock("2026-11-24T12:00:00Z");
    private final AwsStandin aws = new AwsStandin(World.demo(), clock);

    @TempDir private Path directory;
    private Path state;
    private Path file;

    @BeforeEach
    void name() {
        state = directory.resolve("state");
        file = state.resolve("shop-eu-west-1.inventory.json");
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void theNextProcessKnowsWhatTheLastOneListed() {
        Inventories before = inventories(false);
        Apis.list(before, TARGET);
        before.keep(TARGET);
        aws.faults().add(AwsFault.deny(AwsFault.ANY));
        aws.calls().clear();

        Inventory known = inventories(false).of(TARGET);

        assertThat(known.matching(LEGACY)).isEqualTo(before.of(TARGET).matching(LEGACY));
        assertThat(known.matching(Map.of("ApiId", "p0o9i8u7y6")))
                .isEqualTo(before.of(TARGET).matching(Map.of("ApiId", "p0o9i8u7y6")));
        assertThat(known.shared()).isEqualTo(before.of(TARGET).shared());
        assertThat(aws.calls().all()).isEmpty();
    }

    @Test
    void whatVanishedIsJoinedAfterARestartForTheRestOfItsTime() {
        Inventories before = inventories(false);
        Apis.list(before, TARGET);
        aws.world(aws.world().with("shop", Region.empty("eu-west-1")));
        Apis.list(before, TARGET);
        before.keep(TARGET);
        clock.advance(Duration.ofMinutes(179));

        Inventories after = inventories(false);

        assertThat(after.of(TARGET).matching(LEGACY)).extracting(Api::id).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(after.of(TARGET).matching(LEGACY)).isEmpty();
    }

    @Test
    void aFileHasThisForm() throws IOException {
        Settings settings = TestSettings.of("state.directory=" + state);
        InventoryFiles files = new InventoryFiles(settings.state(), false, clock);
        Api orders = Apis.api("r0", "订单", "REST", Map.of("env", "prod"));
        ListedHalf half =
                ListedHalf.NONE
                        .then(List.of(orders, Apis.rest("r1", "old")), clock.instant())
                        .then(List.of(orders), clock.instant());

        Target target = TestSettings.targets(settings).get(TARGET);
        files.write(target, Map.of(Half.REST, half));

        String api =
                """
                {"id":"%s","name":"%s","protocol":"REST",\
                "created":"2025-02-28T23:49:34.500Z","tags":{%s}}""";
        String text =
                """
                {"format":1,"target":"shop-eu-west-1","halves":{"REST":\
                {"listed":"2026-11-24T12:00:00Z","apis":[%s],\
                "vanished":[{"api":%s,"since":"2026-11-24T12:00:00Z"}]}}}"""
                        .formatted(
                                api.formatted("r0", "订单", "\"env\":\"prod\""),
                                api.formatted("r1", "old", ""));
        assertThat(file).hasContent(text);
        assertThat(files.read(target)).isEqualTo(Map.of(Half.REST, half));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"format":1,"target":"shop-eu-west-1"} | it is damaged
                    {"format":1,"target":"shop-eu-west-1","halves":{"SOAP":{}}} | it is damaged
                    {"format":1,"target":"shop-eu-west-1","halves":{"REST":{}}} | it is damaged
                    {"format":1,"target":"shop-eu-west-1","halves":{"REST":{"listed":"noon","apis":[],"vanished":[]}}} | it is damaged
                    {"format":1,"target":"shop-eu-west-1","halves":{"REST":{"listed":"2026-11-24T12:00:00Z","apis":[{"name":"a"}],"vanished":[]}}} | it is damaged
                    {"format":1,"target":"ops-eu-west-1","halves":{}} | it is the inventory of ops-eu-west-1
                    """)
    void whatIsNoInventoryOfTheTargetIsSetAside(String text, String reason) throws IOException {
        Files.createDirectories(state);
        Files.writeString(file, text);

        Inventories inventories;
        try (LogLines log = new LogLines(JsonFile.class)) {
            inventories = inventories(false);

            assertThat(log.all()).singleElement().asString().contains(": " + reason + ". It is");
        }
        assertThat(state.toFile().list())
                .containsExactly(file.getFileName() + ".set-aside-20261124T120000.000Z");
        assertThat(inventories.of(TARGET).matching(LEGACY)).hasSize(1);
        assertThat(file).exists();
    }

    @Test
    void aDiskThatRefusesIsOneWarningARunUntilItTakesTheFile() throws IOException {
        Inventories inventories = inventories(false);
        Files.writeString(state, "no directory");

        try (LogLines log = new LogLines(TargetApis.class)) {
            Apis.list(inventories, TARGET);
            inventories.keep(TARGET);
            assertThat(log.all())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "WARN inventory shop/eu-west-1: cannot be kept on disk, so a restart"
                                    + " may lose tags: ")
                    .endsWith("; check state.directory");
        }
        Files.delete(state);
        aws.faults().add(AwsFault.deny(AwsFault.ANY));
        inventories.keep(TARGET);

        assertThat(file).exists();
        assertThat(inventories.of(TARGET).matching(LEGACY)).hasSize(1);
    }

    private Inventories inventories(boolean dry) {
        Settings settings = TestSettings.of("state.directory=" + state);
        return Apis.inventories(
                settings,
                StandinClients.of(aws, "shop", "eu-west-1"),
                new InventoryFiles(settings.state(), dry, clock),
                clock);
    }
}
