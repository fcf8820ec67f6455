package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of two collectors on one state directory, the second does not start. */
class StateDirectoryTest {

    private static final World WORLD = World.shop(Api.rest("k3f9d0q2zm", "orders"));

    @AutoClose private Shell shell;
    private Printed printed;
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        shell = new Shell(WORLD);
        printed = shell.printed();
        bench = shell.bench();
    }

    /** Without what is logged. */
    private List<String> told() {
        return printed.err().lines().filter(line -> !line.startsWith("WARN ")).toList();
    }

    private Path state() {
        return bench.folder.resolve("state");
    }

    @Test
    void onceIsRefusedBesideAnotherAndNamesIt() throws Exception {
        bench.start(Mode.ONCE);

        int first = shell.run("--once");
        int second = shell.run("--once");

        assertThat(first).isEqualTo(2);
        assertThat(second).isEqualTo(2);
        assertThat(told())
                .hasSize(2)
                .allMatch(
                        line ->
                                line.matches(
                                        "guance-aws-gateway did not start: state.directory = \\Q"
                                                + state()
                                                + "\\E is held by process "
                                                + ProcessHandle.current().pid()
                                                + " on .+ since 2026-11-24T08:15:00Z; stop it, or"
                                                + " give this one a state.directory of its own"
                                                + " \\[GAG-003]"));
        assertThat(bench.aws.calls().all()).isEmpty();
    }

    @Test
    void aDryRunGoesOnBesideAnother() throws Exception {
        bench.start(Mode.ONCE);

        assertThat(shell.run("--dry-run")).isZero();
    }

    @Test
    void itIsFreeAfterACleanEnd() throws Exception {
        int first = shell.run("--once");
        int second = shell.run("--once");

        assertThat(first).isZero();
        assertThat(second).isZero();
    }

    @Test
    void itIsFreeAfterAStartThatFailed() throws Exception {
        Path routes = bench.folder.resolve("routes");
        Edited.routes(routes, "deliver", "ref: batches", "ref: nosuch");
        int broken = shell.run();
        Files.move(routes, bench.folder.resolve("broken"));

        int repaired = shell.run("--once");

        assertThat(broken).isEqualTo(2);
        assertThat(repaired).isZero();
    }

    @Test
    void oneThatCannotBeMadeIsToldWithWhatToDo() throws Exception {
        Files.createFile(bench.folder.resolve("file"));
        bench.with("state.directory", bench.folder.resolve("file/state").toString());

        int code = shell.run("--once");

        assertThat(code).isEqualTo(2);
        assertThat(told())
                .singleElement(STRING)
                .startsWith(
                        "guance-aws-gateway did not start: state.directory = "
                                + bench.folder.resolve("file/state")
                                + " cannot be written (")
                .endsWith(
                        "); allow it to the collector's user, or name another directory [GAG-003]");
        assertThat(bench.aws.calls().all()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "--once, shop-eu-west-1.inventory",
        "--once, shop-eu-west-1.state",
        "--dry-run, shop-eu-west-1.inventory",
        "--dry-run, shop-eu-west-1.state"
    })
    void theFileOfANewerVersionIsRefused(String flag, String name) throws Exception {
        Files.createDirectories(state());
        Path file = Files.writeString(state().resolve(name + ".json"), "{\"format\":2}");

        int code = shell.run(flag);

        assertThat(code).isEqualTo(2);
        assertThat(told())
                .singleElement(STRING)
                .startsWith("guance-aws-gateway did not start: " + file + " is of format 2, and");
        assertThat(file).hasContent("{\"format\":2}");
        assertThat(bench.aws.calls().all()).isEmpty();
    }
}
