package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.routes.Stamp;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code --validate} says, and what a start says of its routes. */
class ValidationTest {

    @AutoClose private Shell shell;
    private Printed printed;
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        shell = new Shell(World.shop(Api.rest("k3f9d0q2zm", "orders")));
        printed = shell.printed();
        bench = shell.bench();
    }

    private Path route(String name) {
        return bench.folder.resolve("routes").resolve(name + ".camel.yaml");
    }

    private void edit(String name, String shipped, String edited) throws IOException {
        Edited.routes(bench.folder.resolve("routes"), name, shipped, edited);
    }

    @Test
    void soundSettingsAndRoutesEndWithZeroAndNothingIsCalledOrWritten() throws Exception {
        int code = shell.run("--validate");

        assertThat(code).isZero();
        assertThat(printed.out())
                .isEqualTo(
                        """
                        There is no routes/: the routes in the jar serve.
                        Settings and routes could run. --check tries what they call.
                        """);
        assertThat(bench.aws.calls().all()).isEmpty();
        assertThat(bench.folder.resolve("state")).doesNotExist();
    }

    @Test
    void eachRouteFileSaysHowItComparesToTheShippedOne() throws Exception {
        edit("heartbeat", "pattern: CamelAwsCw*", "pattern: CamelAws*");
        Files.writeString(
                route("mine"),
                """
                - route:
                    id: mine
                    from:
                      uri: direct
                      parameters:
                        name: mine
                      steps:
                        - log: mine
                """);

        assertThat(shell.run("--validate")).isZero();
        assertThat(printed.out())
                .contains("deliver.camel.yaml          as shipped\n")
                .contains("heartbeat.camel.yaml        edited\n")
                .contains("mine.camel.yaml             your own\n")
                .doesNotContain("---")
                .endsWith("Settings and routes could run. --check tries what they call.\n");
    }

    @Test
    void theDiffShowsAnEdit() throws Exception {
        edit("heartbeat", "pattern: CamelAwsCw*", "pattern: CamelAws*");

        assertThat(shell.run("--validate", "--diff")).isZero();
        assertThat(printed.out())
                .contains("heartbeat.camel.yaml        edited\n")
                .contains("--- shipped/heartbeat.camel.yaml\n+++ routes/heartbeat.camel.yaml\n")
                .contains("pattern: CamelAwsCw*\n+")
                .doesNotContain("shipped/post");
    }

    @Test
    void everyProblemOfSettingsAndRoutesIsTold() throws Exception {
        edit("heartbeat", "uri: direct", "uri: [direct");
        bench.with("metrics.period", "90s");

        assertThat(shell.run("--validate")).isEqualTo(2);
        assertThat(printed.err())
                .contains("routes/heartbeat.camel.yaml:")
                .contains(": expected ',' or ']'")
                .contains("metrics.period = 90s (application.properties)")
                .contains("[GAG-001]");
    }

    @Test
    void aRouteThatCannotRunEndsWithTwo() throws Exception {
        edit("heartbeat", "ref: outlet", "ref: outled");

        assertThat(shell.run("--validate")).isEqualTo(2);
        assertThat(printed.err())
                .contains("routes/heartbeat.camel.yaml:")
                .contains(": there is no bean outled\n")
                .endsWith("routes/ cannot run. [GAG-071]\n");
    }

    @Test
    void theDiffIsOfAValidationOnly() throws Exception {
        assertThat(shell.run("--diff")).isEqualTo(2);
        assertThat(printed.err()).contains("--validate");
    }

    @Test
    void aStartTellsWhichRoutesAreEdited() throws Exception {
        edit("heartbeat", "pattern: CamelAwsCw*", "pattern: CamelAws*");

        try (LogLines log = new LogLines(Validation.class)) {
            assertThat(shell.run("--once")).isZero();
            assertThat(log.all().toString()).contains(" as shipped; edited: heartbeat.camel.yaml");
        }
    }

    @Test
    void aStartWarnsOfRoutesOfAnotherVersion() throws Exception {
        edit("heartbeat", "pattern: CamelAwsCw*", "pattern: CamelAws*");
        String text = Files.readString(route("heartbeat"));
        Files.writeString(route("heartbeat"), Stamp.of(text, "0.0.9").on(text));

        try (LogLines log = new LogLines(Validation.class)) {
            assertThat(shell.run("--once")).isZero();
            assertThat(log.all().toString())
                    .contains("WARN", "older: heartbeat.camel.yaml", "--validate --diff");
        }
    }
}
