package guance.awsgateway.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChosenTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));

    private final Chosen chosen = new Chosen(place -> true);

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
        Chosen ofNew = new Chosen(place -> false);

        ofNew.set(NOON, Setting.FEWER_APIS);

        assertThat(ofNew.isOwed(place(ONE), "Count_Sum")).isFalse();
    }

    private static Place place(Instant time) {
        return new Place("eu-west-1", "aws_AWS/ApiGateway", Map.of("ApiId", "a"), time);
    }
}
