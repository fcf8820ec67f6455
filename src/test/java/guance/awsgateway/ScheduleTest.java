package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final World WORLD =
            World.of(
                    account("111122223333", "one", "eu-west-1"),
                    account("444455556666", "two", "cn-north-1"));

    private static Account account(String number, String name, String region) {
        return Account.of(
                number,
                name,
                Region.of(region, Lateness.NONE, Api.rest("k3f9d0q2zm", "orders-" + name)));
    }

    @Test
    void everyTargetHasARouteForEachJobThatFiresBySchedule() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            bench.account("Web Shop", "one", "eu-west-1")
                    .account("支付 账号", "two", "cn-north-1")
                    .with("objects.cron", "* * * * * ?")
                    .with("metrics.cron", "* * * * * ?");

            bench.start(Collector.Mode.SCHEDULED);

            await().until(() -> jobs(bench.ended()).size() == 4);
            assertThat(jobs(bench.ended()))
                    .containsExactlyInAnyOrder(
                            "objects Web Shop/eu-west-1",
                            "metrics Web Shop/eu-west-1",
                            "objects 支付 账号/cn-north-1",
                            "metrics 支付 账号/cn-north-1");
            assertThat(bench.ended()).allMatch(RunRecord::isClean);
            assertThat(routes())
                    .contains(
                            "objects-web-shop-b0a1bc-eu-west-1",
                            "metrics-web-shop-b0a1bc-eu-west-1",
                            "objects-90f1d8-cn-north-1",
                            "metrics-90f1d8-cn-north-1");
            assertThat(bench.guance().points("custom_object"))
                    .extracting(point -> point.tags().get("account_name"))
                    .contains("Web Shop", "支付 账号");
        }
    }

    private static Set<String> jobs(List<RunRecord> runs) {
        return runs.stream().map(run -> run.job() + " " + run.target()).collect(Collectors.toSet());
    }

    private static Set<String> routes() throws Exception {
        ObjectName all = new ObjectName("org.apache.camel:type=routes,*");
        return ManagementFactory.getPlatformMBeanServer().queryNames(all, null).stream()
                .map(name -> ObjectName.unquote(name.getKeyProperty("name")))
                .collect(Collectors.toSet());
    }
}
