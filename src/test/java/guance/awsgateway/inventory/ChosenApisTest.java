package guance.awsgateway.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChosenApisTest {
    private static final Api ORDERS =
            Apis.api("k3", "orders-api", "REST", Map.of("env", "prod", "team", "shop"));
    private static final Api CHAT = Apis.api("w5", "chat", "WEBSOCKET", Map.of("env", "dev"));
    private static final Api TEST = Apis.api("p0", "test-orders", "HTTP", Map.of());
    private static final List<Api> ALL = List.of(ORDERS, CHAT, TEST);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    apis.selection[0]=ALL             | k3 w5 p0
                    apis.selection[0]=*orders*        | k3 p0
                    apis.selection[0]=NOT, test-*     | k3 w5
                    apis.tags.env=*                   | k3 w5
                    apis.tags.env=prod                | k3
                    apis.tags.env=NOT, prod           | w5
                    apis.tags.missing=ALL             | ''
                    """)
    void theSettingsChoose(String line, String ids) {
        List<Api> chosen = chosen(line).chosen(ALL);

        assertThat(chosen).extracting(Api::id).isEqualTo(list(ids));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    api_name     | NOT, test-* | k3 w5
                    ApiId        | k3          | k3
                    name         | w5, p0      | w5 p0
                    ProtocolType | HTTP        | p0
                    Description  | NOT, a*     | k3 w5 p0
                    env          | *           | k3 w5 p0
                    env          | dev         | w5
                    """)
    void aConditionInARouteChooses(String attribute, String patterns, String ids) {
        List<Api> chosen = chosen("apis.selection[0]=ALL").where(ALL, attribute, patterns);

        assertThat(chosen).extracting(Api::id).isEqualTo(list(ids));
    }

    @Test
    void aSeriesIsReadWhereAnyChosenApiMatchesIt() {
        Api old = Apis.api("a1", "twice", "REST", Map.of("env", "dev"));
        Api young = Apis.api("a2", "twice", "REST", Map.of("env", "prod"));
        Inventory inventory = Apis.inventory(ORDERS, CHAT, old, young);
        ChosenApis prod = chosen("apis.tags.env=prod");

        assertThat(prod.reads(inventory, Map.of("ApiName", "orders-api"))).isTrue();
        assertThat(prod.reads(inventory, Map.of("ApiName", "twice", "Stage", "a"))).isTrue();
        assertThat(prod.reads(inventory, Map.of("ApiId", "w5"))).isFalse();
        assertThat(prod.reads(inventory, Map.of("ApiId", "gone"))).isFalse();
        assertThat(prod.reads(inventory, Map.of())).isFalse();
        assertThat(chosen("apis.selection[0]=*").reads(inventory, Map.of())).isFalse();
        assertThat(chosen("apis.selection[0]=ALL").reads(inventory, Map.of())).isTrue();
    }

    @Test
    void anAwsTagWithoutAValueIsNoTag() {
        Map<String, String> tags = new TreeMap<>();
        tags.put("env", null);
        Api api = new Api("p0", "a", "HTTP", null, null, null, new TreeMap<>(tags), Map.of());

        assertThat(chosen("apis.tags.env=prod").chosen(List.of(api))).isEmpty();
    }

    private static ChosenApis chosen(String line) {
        return new ChosenApis(TestSettings.of(line).apis());
    }

    private static List<String> list(String ids) {
        return ids.isEmpty() ? List.of() : Arrays.asList(ids.split(" "));
    }
}
