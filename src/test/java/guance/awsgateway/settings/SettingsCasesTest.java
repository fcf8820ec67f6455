package guance.awsgateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases from the field, 10-settings. */
class SettingsCasesTest {
    private static final Path CASES = Reading.RESOURCES.resolve("cases");
    private final ObjectMapper json = new ObjectMapper();
    private final JsonNode expected =
            json.readTree(CASES.resolve("10-settings-expected.json").toFile());

    @TempDir Path directory;

    SettingsCasesTest() throws IOException {}

    @Test
    void namesOutsideAsciiComeThroughWhole() {
        AccountSettings account =
                Reading.file(CASES.resolve("10-settings-china.properties"))
                        .settings()
                        .accounts()
                        .get(0);

        JsonNode china = expected.get("10-settings-china.properties");
        assertThat(account.name()).isEqualTo(china.get("account_name").asText());
        assertThat(HexFormat.of().formatHex(account.name().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(china.get("account_name_utf8_hex").asText());
        assertThat(account.extraTags()).isEqualTo(map(china.get("extra_tag")));
        assertThat(account.regions()).containsExactly("cn-north-1", "cn-northwest-1");
    }

    @Test
    void listsAreTrimmedAndKeepEachItemOnce() {
        Settings settings = Reading.file(CASES.resolve("10-settings-lists.properties")).settings();

        JsonNode lists = expected.get("10-settings-lists.properties");
        AccountSettings account = settings.accounts().get(0);
        assertThat(account.regions().stream().map(region -> account.name() + "/" + region))
                .containsExactlyElementsOf(texts(lists.get("targets")));
        assertThat(account.extraTags()).isEqualTo(map(lists.get("extra_tag")));
        assertThat(
                        Stream.of(
                                        "4XXError",
                                        "5XXError",
                                        "CacheHitCount",
                                        "CacheMissCount",
                                        "Count",
                                        "DataProcessed",
                                        "IntegrationLatency",
                                        "Latency")
                                .filter(
                                        name ->
                                                settings.metrics()
                                                        .selection()
                                                        .selects("AWS/ApiGateway", name)))
                .containsExactlyElementsOf(texts(lists.get("metrics_of_REST_kept")));
        assertThat(settings.metrics().statistics().percentiles())
                .containsExactly(entry("4XXError", List.of("p50")));
        assertThat(settings.guance().url() + "/v1/write/")
                .isEqualTo(lists.get("post_url_starts").asText());
    }

    @Test
    void everyWrongKeyIsNamedOnceWithItsRemedy() {
        List<String> problems = Reading.problems(CASES.resolve("10-settings-wrong.properties"));

        JsonNode wrong = expected.get("10-settings-wrong.properties");
        assertThat(problems.stream().map(problem -> problem.split(" ")[0]))
                .containsExactlyInAnyOrderElementsOf(
                        texts(wrong.get("keys_named_once_each")).stream()
                                .map(key -> key.split(" ")[0])
                                .toList());
        assertThat(problems)
                .anyMatch(
                        line ->
                                line.startsWith("metrics.cron = */5 * * * * ")
                                        && line.contains("five fields are a Unix crontab")
                                        && line.endsWith("0 0/5 * * * ?"))
                .anyMatch(
                        line ->
                                line.startsWith("objects.cron")
                                        && line.contains(
                                                "one of day-of-month and day-of-week must be ?"))
                .anyMatch(
                        line ->
                                line.startsWith("metrics.grain ")
                                        && line.contains("did you mean metrics.grains"));
    }

    @Test
    void environmentWinsOverSystemPropertiesAndThoseOverTheFile() {
        JsonNode given = expected.get("environment");
        String file =
                map(given.get("file")).entrySet().stream()
                        .map(line -> line.getKey() + "=" + line.getValue())
                        .collect(
                                Collectors.joining(
                                        "\n", "guance.url=https://openway.example\n", "\n"));

        Loaded loaded = Reading.text(directory, file, map(given.get("-D")), map(given.get("env")));

        Map<String, String> effective = map(given.get("effective"));
        assertThat(loaded.settings().guance().token())
                .contains(new Secret(effective.remove("guance.token")));
        assertThat(loaded.properties()).containsAllEntriesOf(effective);
        assertThat(loaded.settings().accounts().get(0).regions())
                .containsExactly("us-east-1", "us-west-2");
        assertThat(loaded.settings().accounts().get(1).name()).isEqualTo("ops");
        assertThat(loaded.settings().metrics().selection().selects("AWS/ApiGateway", "Latency"))
                .isFalse();
    }

    private Map<String, String> map(JsonNode node) {
        return json.convertValue(node, new TypeReference<Map<String, String>>() {});
    }

    private List<String> texts(JsonNode node) {
        return json.convertValue(node, new TypeReference<List<String>>() {});
    }
}
