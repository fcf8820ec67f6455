package guance.awsgateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DefaultsTest {
    private final Settings settings =
            Reading.file(Reading.RESOURCES.resolve("settings/least.ok.properties")).settings();

    @Test
    void assetsAreListedEveryQuarterOfAnHour() {
        assertThat(settings.objects())
                .isEqualTo(
                        new ObjectSettings(
                                "0 0/15 * * * ?",
                                ZoneId.of("UTC"),
                                false,
                                Duration.ofHours(6),
                                true));
        assertThat(settings.apis().choosesAll()).isTrue();
        assertThat(settings.apis().requestsPerSecond()).isEqualTo(2);
    }

    @Test
    void metricsAreReadEveryFiveMinutes() {
        assertThat(settings.metrics())
                .isEqualTo(
                        new MetricSettings(
                                "0 0/5 * * * ?",
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(10),
                                false,
                                Duration.ofHours(1),
                                Duration.ofHours(1),
                                Duration.ofDays(1),
                                MetricSelection.parse("AWS/ApiGateway: ALL"),
                                new StatisticSettings(
                                        StatisticSettings.KNOWN, new TreeMap<>(), new TreeMap<>()),
                                new Grains(
                                        false,
                                        Set.of(
                                                Set.of("ApiName"),
                                                Set.of("ApiName", "Stage"),
                                                Set.of("ApiId"),
                                                Set.of("ApiId", "Stage"))),
                                List.of("ApiId", "ProtocolType", "name"),
                                Duration.ofMinutes(10),
                                true,
                                4,
                                0.5,
                                Optional.empty(),
                                new BigDecimal("0.01")));
    }

    @Test
    void pointsGoToADatawayInLineProtocol() {
        GuanceSettings guance = settings.guance();

        assertThat(guance.receiver()).isEqualTo(Receiver.DATAWAY);
        assertThat(guance.encoding()).isEqualTo(Encoding.LINE_PROTOCOL);
        assertThat(guance.batchPoints()).isEqualTo(1000);
        assertThat(guance.batchBytes()).isEqualTo(1_048_576);
        assertThat(guance.requestsPerSecond()).isEqualTo(50);
    }

    @Test
    void theRestIsModest() {
        assertThat(settings.deadLetter())
                .isEqualTo(
                        new DeadLetterSettings(
                                Path.of("dead-letter"), 1L << 30, Duration.ofDays(7)));
        assertThat(settings.state())
                .isEqualTo(
                        new StateSettings(
                                Path.of("state"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(settings.management())
                .isEqualTo(new ManagementSettings("127.0.0.1", 9876, Optional.empty()));
        assertThat(settings.operation())
                .isEqualTo(
                        new OperationSettings(
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(20),
                                LogFormat.TEXT,
                                true,
                                false));
    }
}
