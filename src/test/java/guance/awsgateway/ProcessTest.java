package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program in a process of its own, as a jar, with the system's clock. */
class ProcessTest {

    private static final World WORLD = World.shop(Api.rest("k3f9d0q2zm", "orders"));

    private Bench bench;
    private Program program;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(WORLD, PageSizes.AWS, Instant.now().toString());
        bench.withJmx()
                .with("collector.accounts[0].name", "Web-Shop 网店")
                .with("collector.accounts[0].regions", "eu-west-1")
                .write();
        program = new Program(bench);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void withoutRoutesInTheDirectoryThoseOfTheJarServe() throws Exception {
        Process process = program.start();

        assertThat(exit(process)).isZero();
        assertThat(text("out"))
                .startsWith("target")
                .contains("Web-Shop 网店/eu-west-1  metrics")
                .doesNotContain("failed");
        assertThat(text("err"))
                .contains("objects Web-Shop 网店/eu-west-1: 1 APIs, 1 points accepted");
        assertThat(text("err").lines())
                .filteredOn(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .singleElement(STRING)
                .endsWith(
                        "the token travels unencrypted to a Dataway by http; use https [GAG-002]");
        assertThat(bench.guance().points("custom_object"))
                .extracting(Point::tags)
                .extracting(tags -> tags.get("account_name"))
                .containsExactly("Web-Shop 网店");
        assertThat(bench.guance().points("metric")).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void theRoutesOfTheDirectoryGoBeforeThoseOfTheJar() throws Exception {
        Edited.routes(
                bench.folder.resolve("routes"),
                "collect-objects",
                "method: chosen(${body})",
                "method: where(${body}, 'api_name', 'NOT, orders')");

        assertThat(exit(program.start())).isZero();

        assertThat(bench.guance().points("custom_object")).isEmpty();
        assertThat(bench.guance().points("metric")).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void itsArgumentsAndLogsHoldNoSecret() throws Exception {
        AwsFault hang = bench.aws.faults().add(AwsFault.hang("ListMetrics"));
        Process process = program.start("-DROOT_LOG_LEVEL=DEBUG");
        await().atMost(Duration.ofSeconds(30)).until(() -> bench.aws.faults().waiting() == 1);

        String arguments = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        bench.aws.faults().remove(hang);

        assertThat(exit(process)).isZero();
        for (String seen : List.of(arguments, text("out"), text("err"))) {
            assertThat(seen).isNotEmpty();
            assertThat(seen.lines().filter(ProcessTest::holdsSecret)).isEmpty();
        }
        assertThat(text("err")).contains(" DEBUG ");
    }

    @Test
    void asJsonEveryLineOfTheLogIsAnObject() throws Exception {
        assertThat(exit(program.start("-Dlog.format=json"))).isZero();

        assertThat(text("out")).startsWith("target");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text("err").lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(lines)
                .allMatch(line -> line.path("time").asText().matches("20.*T.*\\.\\d{3}Z"))
                .filteredOn(line -> line.path("message").asText().startsWith("metrics Web-Shop"))
                .isNotEmpty()
                .allMatch(line -> line.path("run").asText().contains("Z-metrics-web-shop-"));
    }

    @Test
    void anotherProcessDoesNotStartOnItsStateUntilItIsKilled() throws Exception {
        AwsFault hang = bench.aws.faults().add(AwsFault.hang("ListMetrics"));
        Process first = program.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> bench.aws.faults().waiting() == 1);
        Path errors = bench.folder.resolve("err");
        Files.move(errors, bench.folder.resolve("err-of-first"));

        int second = exit(program.start());
        first.destroyForcibly().waitFor();
        bench.aws.faults().remove(hang);
        String told = Files.readString(errors);
        int third = exit(program.start());

        assertThat(second).isEqualTo(2);
        assertThat(told)
                .contains("guance-aws-gateway did not start: state.directory = ")
                .contains(" is held by process " + first.pid() + " on ");
        assertThat(third).isZero();
    }

    private static boolean holdsSecret(String line) {
        return line.contains(Bench.TOKEN) || line.contains(AwsProfiles.SECRET_KEY);
    }

    private static int exit(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String text(String file) throws IOException {
        return Files.readString(bench.folder.resolve(file));
    }
}
