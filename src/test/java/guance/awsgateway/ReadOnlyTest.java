package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceFault;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The program as a pod runs it: a tree that cannot be written, folders for state and dead letters
 * elsewhere, no home, and the variables that Kubernetes makes of Services with our names.
 */
class ReadOnlyTest {

    private static final World WORLD = World.shop(Api.rest("k3f9d0q2zm", "orders"));
    private static final Map<String, String> SERVICES =
            Map.of(
                    "GUANCE_AWS_GATEWAY_SERVICE_HOST", "10.0.0.1",
                    "GUANCE_AWS_GATEWAY_SERVICE_PORT", "9876",
                    "GUANCE_AWS_GATEWAY_SERVICE_PORT_MANAGEMENT", "9876",
                    "GUANCE_AWS_GATEWAY_PORT", "tcp://10.0.0.1:9876",
                    "GUANCE_AWS_GATEWAY_PORT_9876_TCP_PROTO", "tcp",
                    "MANAGEMENT_SERVICE_HOST", "10.0.0.2",
                    "MANAGEMENT_SERVICE_PORT", "9876",
                    "MANAGEMENT_PORT", "tcp://10.0.0.2:9876",
                    "MANAGEMENT_PORT_9876_TCP", "tcp://10.0.0.2:9876",
                    "MANAGEMENT_PORT_9876_TCP_ADDR", "10.0.0.2");

    private Bench bench;
    private Path tree;
    private Path data;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(WORLD, PageSizes.AWS, Instant.now().toString());
        tree = Files.createDirectory(bench.folder.resolve("tree"));
        data = Files.createDirectory(bench.folder.resolve("data"));
        bench.withJmx()
                .with("collector.accounts[0].name", "shop")
                .with("collector.accounts[0].regions", "eu-west-1");
        Files.move(bench.write(), tree.resolve("application.properties"));
        Edited.routes(tree.resolve("routes"));
        chmod("r-xr-xr-x", tree.resolve("routes"), tree);
    }

    @AfterEach
    void close() throws Exception {
        chmod("rwxr-xr-x", tree, tree.resolve("routes"));
        bench.close();
    }

    private static void chmod(String permissions, Path... folders) throws IOException {
        for (Path each : folders) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(permissions));
        }
    }

    @Test
    void nothingIsWrittenButStateAndDeadLettersAndThoseForItsUserAlone() throws Exception {
        List<String> before = modes(tree);
        bench.guance().failAlways(GuanceFault.status(401));

        assertThat(run()).isEqualTo(1);

        assertThat(modes(tree)).isEqualTo(before);
        assertThat(modes(data))
                .anyMatch(each -> each.endsWith("state/shop-eu-west-1.state.json"))
                .anyMatch(each -> each.contains("dead-letter/parked/2"))
                .allMatch(each -> each.startsWith("rw------- ") || each.startsWith("rwx------ "));
    }

    @Test
    void theVariablesOfServicesAreNoSettingsAndKeysThatHideARoleAreTold() throws Exception {
        assertThat(run()).isZero();

        assertThat(Files.readString(bench.folder.resolve("err")))
                .doesNotContain("GUANCE_AWS_GATEWAY_")
                .doesNotContain("MANAGEMENT_")
                .contains("AWS_ACCESS_KEY_ID hides the role of AWS_CONTAINER_CREDENTIALS_FULL_URI")
                .contains("[GAG-018]");
        assertThat(bench.guance().points("custom_object")).hasSize(1);
    }

    private int run() throws Exception {
        ProcessBuilder process = new Program(bench).prepared();
        process.command().addAll(0, List.of("sh", "-c", "umask 000; exec \"$@\"", "sh"));
        process.environment().putAll(SERVICES);
        process.environment().put("HOME", "/nonexistent");
        process.environment().put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1");
        process.environment().put("STATE_DIRECTORY", data.resolve("state").toString());
        process.environment().put("DEAD_LETTER_DIRECTORY", data.resolve("dead-letter").toString());
        Process running = process.directory(tree.toFile()).start();
        assertThat(running.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return running.exitValue();
    }

    /** Permissions and name of all below a folder, by name. */
    private static List<String> modes(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder))
                    .sorted()
                    .map(path -> mode(path) + " " + path)
                    .toList();
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new IllegalStateException(path.toString(), e);
        }
    }
}
