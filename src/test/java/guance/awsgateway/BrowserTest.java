package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a browser, beside a collector. Pictures of it go to target/screenshots. */
class BrowserTest {

    private static final String OBJECTS = "objects of shop/eu-west-1";
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    /** Would show itself in the title, were it taken for HTML. */
    private static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\">";

    @BeforeEach
    void needsABrowser() {
        assumeTrue(Browser.isThere(), Browser.MISSING);
    }

    @Test
    void thePageShowsTheTargetsAndApisOfTheDemo() throws Exception {
        try (Bench bench = new Bench(World.demo()).with("metrics.lookback", "3h").serve();
                Browser browser = start(bench)) {
            soon().untilAsserted(
                            () ->
                                    assertThat(browser.texts("#jobs td:nth-child(3)"))
                                            .hasSize(6)
                                            .containsOnly("ok"));
            assertThat(browser.texts("#jobs td:nth-child(1)"))
                    .contains("shop\neu-west-1", "shop\nus-east-1", "ops\ncn-northwest-1");
            browser.open(page(bench));
            soon().until(() -> browser.texts("#apis tbody tr").size() == 13);
            assertThat(browser.texts("#apis td.name")).contains("orders-api\nk3f9d0q2zm");

            browser.type("#search", "catalogue");
            soon().until(() -> browser.texts("#apis tbody tr").size() == 1);
            browser.run("document.getElementById('search').value = ''");
            browser.open(page(bench));
            soon().until(() -> browser.texts("#apis tbody tr").size() == 13);
            browser.click("#runs button.more");
            soon().until(() -> browser.text("#runs .facts").contains("Run id"));

            pictures(browser, "page");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void theButtonsRunSuspendAndResume() throws Exception {
        try (Bench bench = new Bench(World.demo()).serve();
                Browser browser = start(bench)) {
            await().until(() -> bench.ended().size() >= 6);
            soon().until(() -> browser.texts("#runs tbody tr").size() == 6);

            browser.press("Run " + OBJECTS + " now");
            soon().until(() -> browser.texts("#runs tbody tr").size() == 7);
            assertThat(browser.text("#toast")).contains("objects shop/eu-west-1 begins to run");

            browser.press("Suspend " + OBJECTS);
            soon().until(() -> browser.text("#jobs td:nth-child(3)").equals("suspended"));
            assertThat(browser.text("#jobs td:nth-child(7)")).isEqualTo("–");

            browser.press("Resume " + OBJECTS);
            soon().until(() -> browser.text("#jobs td:nth-child(3)").equals("ok"));
        }
    }

    @Test
    void anOutageOfTheReceiverIsShownWithItsReasonUntilItEnds() throws Exception {
        try (Bench bench = new Bench(World.demo()).with("metrics.lookback", "3h").serve();
                Browser browser = start(bench)) {
            await().until(() -> bench.ended().size() >= 6);
            soon().until(() -> browser.text("#tile-fresh").equals("fresh"));

            bench.guance().failAlways(GuanceFault.status(403));
            browser.press("Run " + OBJECTS + " now");

            soon().until(() -> browser.text("#tile-fresh").equals("not fresh"));
            assertThat(browser.text("#tile-receiver")).isEqualTo("not accepting");
            assertThat(browser.text("#problems")).contains("Guance answered 403");
            soon().until(() -> browser.text("#letters tbody").contains("parked"));
            pictures(browser, "outage");

            bench.guance().recover();
            browser.click("#replay");

            soon().until(() -> browser.text("#tile-fresh").equals("fresh"));
            assertThat(browser.text("#problems")).isEmpty();
            soon().until(() -> browser.text("#letters-empty").startsWith("Nothing is parked"));
        }
    }

    @Test
    void namesAreTextWhateverTheySay() throws Exception {
        World world =
                World.of(
                        Account.of(
                                "111122223333",
                                "shop",
                                Region.of(
                                        "eu-west-1",
                                        Lateness.NONE,
                                        Api.http("aaaaaaaaaa", HOSTILE))));
        try (Bench bench = new Bench(world).serve();
                Browser browser = start(bench)) {
            soon().until(() -> browser.text("#apis td.name").contains(HOSTILE));

            assertThat(browser.run("return document.querySelectorAll('img').length")).isEqualTo(0L);
            assertThat(browser.run("return document.title")).isNotEqualTo("owned");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void withATokenTheButtonsAskForIt() throws Exception {
        try (Bench bench = new Bench(World.demo()).serve()) {
            Path token = Files.writeString(bench.folder.resolve("management-token"), TOKEN);
            bench.with("management.token-file", token.toString());
            try (Browser browser = start(bench)) {
                await().until(() -> bench.ended().size() >= 6);
                soon().until(() -> browser.texts("#runs tbody tr").size() == 6);

                browser.press("Run " + OBJECTS + " now");
                soon().until(() -> browser.text("#toast").contains("management.token-file"));
                browser.type("#token", TOKEN);
                browser.press("Run " + OBJECTS + " now");

                soon().until(() -> browser.texts("#runs tbody tr").size() == 7);
            }
        }
    }

    @Test
    void aCollectorThatIsGoneIsSaidToBe() throws Exception {
        try (Bench bench = new Bench(World.demo()).serve();
                Browser browser = start(bench)) {
            soon().until(() -> browser.text("#as-of").startsWith("As of"));

            bench.stop();

            soon().until(() -> browser.text("#banner").startsWith("The collector cannot be"));
        }
    }

    private static Browser start(Bench bench) throws Exception {
        bench.start(Mode.SCHEDULED);
        return new Browser().open(page(bench));
    }

    private static String page(Bench bench) {
        return "http://localhost:" + bench.served().port() + "/";
    }

    /** The page looks every five seconds. */
    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(1)).ignoreExceptions();
    }

    private static void pictures(Browser browser, String name) throws Exception {
        browser.picture(name + "-light", 1400, false);
        browser.picture(name + "-dark", 1400, true);
        browser.picture(name + "-phone", 390, false);
    }
}
