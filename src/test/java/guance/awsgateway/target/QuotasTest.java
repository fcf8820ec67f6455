package guance.awsgateway.target;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.TestStopwatch;
import guance.awsgateway.settings.AccountSettings;
import guance.awsgateway.settings.RoleSettings;
import guance.awsgateway.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class QuotasTest {

    private static final String ROLE = "arn:aws:iam::444455556666:role/collector";

    private final TestStopwatch stopwatch = new TestStopwatch();
    private final Settings settings =
            TestSettings.of("metrics.quota-share=20%", "apis.requests-per-second=2");
    private final Quotas quotas =
            new Quotas(settings, new AwsTime(new TestClock("2026-11-24T12:00:00Z")), stopwatch);

    @Test
    void theRegionsOfAnAccountShareTheControlPlane() throws Exception {
        take(Quota.CONTROL_PLANE, 10, target("shop", "eu-west-1", null, null));
        take(Quota.CONTROL_PLANE, 2, target("shop", "us-east-1", null, null));

        assertThat(stopwatch.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theRegionsOfAnAccountDoNotShareCloudWatch() throws Exception {
        take(Quota.LIST_METRICS, 10, target("shop", "eu-west-1", null, null));
        Duration before = stopwatch.elapsed();
        take(Quota.LIST_METRICS, 5, target("shop", "us-east-1", null, null));

        assertThat(before).isEqualTo(Duration.ofSeconds(1));
        assertThat(stopwatch.elapsed()).isEqualTo(before);
    }

    @Test
    void theQuotasOfATargetAreEachTheirOwn() throws Exception {
        Target target = target("shop", "eu-west-1", null, null);

        take(Quota.LIST_METRICS, 5, target);
        take(Quota.GET_METRIC_DATA, 10, target);
        quotas.limit(target, Quota.RECENT_DATAPOINTS).take(100_800);
        quotas.limit(target, Quota.OLDER_DATAPOINTS).take(100_800);

        assertThat(stopwatch.elapsed()).isZero();
    }

    @Test
    void accountsOnTheSameCredentialsAreOne() throws Exception {
        take(Quota.LIST_METRICS, 5, target("shop", "eu-west-1", "prod", null));
        take(Quota.LIST_METRICS, 5, target("again", "eu-west-1", "prod", null));

        assertThat(stopwatch.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anAccountIsItsRolesElseItsProfilesElseTheDefault() {
        assertThat(
                        List.of(
                                account("a", "prod", ROLE),
                                account("b", "test", ROLE + "-2"),
                                account("c", "prod", null),
                                account("d", null, null)))
                .extracting(Quotas::account)
                .containsExactly("aws:444455556666", "aws:444455556666", "profile prod", "default");
    }

    private void take(Quota quota, int times, Target target) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            quotas.limit(target, quota).take(1);
        }
    }

    private static Target target(String name, String region, String profile, String role) {
        return new Target(name + "-" + region, account(name, profile, role), region);
    }

    private static AccountSettings account(String name, String profile, String role) {
        return new AccountSettings(
                name,
                List.of("eu-west-1"),
                Optional.ofNullable(profile),
                Optional.ofNullable(role)
                        .map(arn -> new RoleSettings(arn, Optional.empty(), "session")),
                new TreeMap<>());
    }
}
