package guance.awsgateway.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.settings.StatisticSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChosenTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));

    private static final Set<String> ALL = Set.copyOf(StatisticSettings.KNOWN);

    private final Chosen chosen = new Chosen(ALL, place -> true);

    @Test
    void whatIsChosenAgainIsOwedFromThenOn() {
        chosen.set(NOON, Setting.FEWER_STATISTICS);
        chosen.set(ONE, Setting.EVERYTHING);

        assertThat(chosen.isOwed(place(ONE.minusSeconds(60)), "Count_Minimum")).isFalse();
        assertThat(chosen.isOwed(place(ONE), "Count_Minimum")).isTrue();
        assertThat(chosen.isOwed(place(NOON), "Count_Sum")).isTrue();
    }

    @Test
    void whatIsLeftOutIsNotOwedForMinutesThatMayHaveBeenUnread() {
        chosen.set(ONE, Setting.FEWER_METRICS);

        assertThat(chosen.isOwed(place(NOON), "5xx_Sum")).isFalse();
        assertThat(chosen.isOwed(place(ONE.minus(Duration.ofHours(25))), "5xx_Sum")).isTrue();
        assertThat(chosen.isOwed(place(NOON), "Count_Sum")).isTrue();
    }

    @Test
    void theSeriesOfAnApiThatIsNewAreNotOwedWhereApisAreChosen() {
        Chosen ofNew = new Chosen(ALL, place -> false);

        ofNew.set(NOON, Setting.FEWER_APIS);

        assertThat(ofNew.isOwed(place(ONE), "Count_Sum")).isFalse();
    }

    @Test
    void aStatisticThatIsNotSentByDefaultIsOwedWhileASettingSaysSo() {
        Chosen fewer = new Chosen(Set.of("Sum"), place -> true);

        fewer.set(ONE, Setting.OTHER_STATISTICS);

        assertThat(fewer.isOwed(place(NOON.minus(Duration.ofHours(25))), "Count_Sum")).isTrue();
        assertThat(fewer.isOwed(place(NOON), "Count_Minimum")).isFalse();
        assertThat(fewer.leavesOut(place(ONE), "Count_Minimum")).isFalse();
        assertThat(fewer.isOwed(place(ONE), "Count_Minimum")).isTrue();
        assertThat(fewer.isOwed(place(ONE), "Count_Sum")).isFalse();
    }

    private static Place place(Instant time) {
        return new Place("eu-west-1", "aws_AWS/ApiGateway", Map.of("ApiId", "a"), time);
    }
}
