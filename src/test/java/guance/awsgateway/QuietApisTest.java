package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.standin.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuietApisTest {

    private static final int APIS = 60;
    private static final Duration LENGTH = Duration.ofHours(3);

    @Test
    void ofApisThatAreQuietAQuarterIsBilledAtMostAndEveryMinuteArrivesOnce() throws Exception {
        World world = World.large(APIS, 5);

        QuietApis.Bill probed = QuietApis.run(world, APIS, LENGTH, true);

        assertThat(probed.share()).isPositive().isLessThan(0.25);
        assertThat(probed.missed()).isZero();
    }

    @Test
    void ofApisThatAreListedAllTheTimeWithRequestsNowAndThenHalfIsSaved() throws Exception {
        World world = World.large(APIS, 5, QuietApis.ONCE_IN_TWO_HOURS);

        QuietApis.Bill whole = QuietApis.run(world, APIS, LENGTH, false);
        QuietApis.Bill probed = QuietApis.run(world, APIS, LENGTH, true);

        assertThat(probed.billed() * 2).isPositive().isLessThan(whole.billed());
        assertThat(probed.missed()).isZero();
    }
}
