package guance.awsgateway.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.TestStopwatch;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.AbortedException;

/** Limits and AWS's time at the real SDK, whose hooks they hang on. */
class LimitedCallsTest {

    /** A call in four seconds. */
    private final Settings settings = TestSettings.of("metrics.quota-share=1%");

    private final Target target = TestSettings.targets(settings).all().get(0);
    private final TestClock clock = new TestClock("2026-11-24T12:00:00Z");
    private final AwsTime time = new AwsTime(clock);
    private final List<Boolean> waitedWithinTimeouts = new ArrayList<>();
    private final List<Boolean> lookedWithinTimeouts = new ArrayList<>();
    private final TestClock awsClock = new TestClock("2026-11-24T12:00:00Z");
    private final AwsStandin aws = new AwsStandin(World.demo(), awsClock);

    private final TestStopwatch stopwatch = new TestStopwatch();
    private final Quotas quotas = new Quotas(settings, time, new Watched());
    private final Properties before = (Properties) System.getProperties().clone();
    private AwsClients clients;

    /** Notes whether the SDK's timers run when it is asked. */
    private final class Watched implements Stopwatch {
        @Override
        public long nanos() {
            lookedWithinTimeouts.add(withinTimeouts());
            return stopwatch.nanos();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            waitedWithinTimeouts.add(withinTimeouts());
            stopwatch.sleep(nanos);
        }

        private boolean withinTimeouts() {
            return StackWalker.getInstance()
                    .walk(all -> all.anyMatch(f -> f.getClassName().contains("TimeoutTracking")));
        }
    }

    @BeforeEach
    void pointTheSdkHere() {
        System.setProperty("aws.endpointUrl", aws.endpoint().toString());
        System.setProperty("aws.accessKeyId", aws.world().account("shop").accessKey());
        System.setProperty("aws.secretAccessKey", "NOT-A-REAL-SECRET");
        clients = AwsClients.of(target, quotas, time, settings.proxies());
    }

    @AfterEach
    void close() {
        System.setProperties(before);
        clients.close();
        aws.close();
    }

    @Test
    void aCallWaitsForItsTurnBeforeTheTimeOutsOfTheSdk() {
        aws.faults().add(AwsFault.internal("ListMetrics").times(1));

        clients.cloudWatch().listMetrics();
        clients.cloudWatch().listMetrics();

        assertThat(waitedWithinTimeouts).containsExactly(false);
        assertThat(lookedWithinTimeouts).as("the retry is charged there").contains(true);
    }

    @Test
    void attemptsAreCallsTooAndTheNextCallWaitsForThem() {
        aws.faults().add(AwsFault.internal("ListMetrics").times(2));

        clients.cloudWatch().listMetrics();
        assertThat(stopwatch.elapsed()).isZero();

        clients.cloudWatch().listMetrics();
        assertThat(stopwatch.elapsed()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void theClientsOfATargetShareItsLimits() {
        clients.cloudWatch().listMetrics();
        clients.recent().listMetrics();
        for (int i = 0; i < 6; i++) {
            clients.rest().getRestApis();
            clients.http().getApis(request -> {});
        }

        assertThat(stopwatch.elapsed()).isEqualTo(Duration.ofSeconds(4 + 1));
    }

    @Test
    void aThrottledAttemptIsCountedAndSlowsDownAlsoWhereTheNextSucceeds() {
        aws.faults().add(AwsFault.throttle("ListMetrics").times(1));
        aws.faults().add(AwsFault.throttle("GetApis").times(1));

        clients.cloudWatch().listMetrics();
        clients.http().getApis(request -> {});
        assertThat(throttles(target.id())).isEqualTo(2);

        clients.cloudWatch().listMetrics();
        assertThat(stopwatch.elapsed()).isEqualTo(Duration.ofSeconds(8 + 8));
    }

    @Test
    void aCallThatStaysThrottledCountsEachAttemptOnce() {
        aws.faults().add(AwsFault.throttle("ListMetrics"));

        catchThrowable(() -> clients.cloudWatch().listMetrics());

        assertThat(throttles(target.id())).isEqualTo(3);
        assertThat(throttles("another")).isZero();
    }

    private int throttles(String targetId) {
        return quotas.calls().take(targetId, service -> true).throttles();
    }

    @Test
    void aFailureOfAnotherKindSlowsNothingDown() {
        aws.faults().add(AwsFault.deny("ListMetrics").times(1));
        catchThrowable(() -> clients.cloudWatch().listMetrics());

        clients.cloudWatch().listMetrics();

        assertThat(throttles(target.id())).isZero();
        assertThat(aws.calls().count("ListMetrics")).isEqualTo(2);
        assertThat(stopwatch.elapsed()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void anInterruptEndsTheWaitAndNothingIsCalled() {
        clients.cloudWatch().listMetrics();

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> clients.cloudWatch().listMetrics())
                .isInstanceOf(AbortedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(aws.calls().count("ListMetrics")).isEqualTo(1);
    }

    @Test
    void awsTellsTheTimeInEveryAnswer() {
        clock.advance(Duration.ofHours(1));
        assertThat(time.now(target.id())).isEqualTo("2026-11-24T13:00:00Z");

        clients.http().getApis(request -> {});
        assertThat(time.now(target.id())).isEqualTo("2026-11-24T12:00:00Z");
        assertThat(time.now("another")).isEqualTo("2026-11-24T13:00:00Z");

        awsClock.advance(Duration.ofHours(1));
        catchThrowable(() -> clients.http().getStages(request -> request.apiId("none")));
        assertThat(time.now(target.id())).isEqualTo("2026-11-24T13:00:00Z");
    }
}
