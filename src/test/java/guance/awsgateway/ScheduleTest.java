package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();
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
        try (Bench bench = new Bench(WORLD, PageSizes.AWS, Instant.now().toString()).withJmx()) {
            bench.account("Web Shop", "one", "eu-west-1")
                    .account("支付 账号", "two", "cn-north-1")
                    .with("objects.cron", "* * * * * ?")
                    .with("metrics.cron", "* * * * * ?");

            bench.start(Mode.SCHEDULED);

            await().until(() -> bench.ended().size() > 8 && jobs(bench.ended()).size() == 4);
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

    @Test
    void aFiringWaitsForTheOffsetOfItsTargetAndTheStopDoesNot() throws Exception {
        try (Bench bench = new Bench(WORLD, PageSizes.AWS, Instant.now().toString()).withJmx()) {
            bench.account("one", "one", "eu-west-1")
                    .with("collector.jitter", "1d")
                    .with("objects.cron", "* * * * * ?")
                    .with("metrics.cron", "0 0 0 1 1 ? 2099");
            bench.start(Mode.SCHEDULED);
            ObjectName route = route("objects-one-eu-west-1");
            await().until(() -> bench.ended().size() == 1 && inFlight(route) == 1);

            assertTimeout(Duration.ofSeconds(10), bench::stop);

            // What ran at the start; the firing that was let go began no more.
            assertThat(bench.guance().points("custom_object")).hasSize(1);
        }
    }

    private static Set<String> jobs(List<RunRecord> runs) {
        return runs.stream().map(run -> run.job() + " " + run.target()).collect(Collectors.toSet());
    }

    private static ObjectName route(String id) throws Exception {
        ObjectName pattern = new ObjectName("org.apache.camel:type=routes,name=\"" + id + "\",*");
        return SERVER.queryNames(pattern, null).iterator().next();
    }

    private static long inFlight(ObjectName route) throws Exception {
        return (Long) SERVER.getAttribute(route, "ExchangesInflight");
    }

    private static Set<String> routes() throws Exception {
        ObjectName all = new ObjectName("org.apache.camel:type=routes,*");
        return SERVER.queryNames(all, null).stream()
                .map(name -> ObjectName.unquote(name.getKeyProperty("name")))
                .collect(Collectors.toSet());
    }
}
