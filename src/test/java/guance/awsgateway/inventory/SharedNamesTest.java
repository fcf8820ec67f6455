package guance.awsgateway.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.LogLines;
import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.World;
import guance.awsgateway.target.StandinClients;
import org.junit.jupiter.api.Test;

class SharedNamesTest {

    @Test
    void restApisOfOneNameAreToldOnceNotEveryListing() {
        Settings settings = TestSettings.of();
        TestClock clock = new TestClock("2026-11-24T12:00:00Z");
        try (AwsStandin aws = new AwsStandin(World.demo(), clock);
                LogLines log = new LogLines(SharedNames.class)) {
            Inventories inventories =
                    Apis.inventories(settings, StandinClients.of(aws, "shop", "eu-west-1"), clock);

            Apis.list(inventories, TestSettings.TARGET);
            Apis.list(inventories, TestSettings.TARGET);

            assertThat(log.all())
                    .containsExactly(
                            "WARN objects shop/eu-west-1: the REST APIs aa11bb22cc and dd33ee44ff"
                                    + " share the name webhooks, so CloudWatch has merged their"
                                    + " metrics; rename all but one to tell them apart");
        }
    }
}
