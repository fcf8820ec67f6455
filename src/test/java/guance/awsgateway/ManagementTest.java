package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.standin.World;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManagementTest {

    private static final World WORLD = World.demo();
    private static final List<String> SERVED =
            List.of(
                    "/observe/health",
                    "/observe/health/live",
                    "/observe/health/ready",
                    "/observe/metrics");

    /** Of Camel's server, what could show or change more of the process. */
    private static final List<String> DANGEROUS =
            List.of(
                    "/observe/info",
                    "/observe/jolokia",
                    "/q/dev",
                    "/q/download",
                    "/q/send",
                    "/q/upload/x");

    @Test
    void aCollectorOnScheduleShowsHealthAndMetricsAndNothingElse() throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            bench.serve().start(Mode.SCHEDULED);

            for (String path : SERVED) {
                assertThat(bench.served().status(path)).as(path).isEqualTo(200);
            }
            for (String path : DANGEROUS) {
                assertThat(bench.served().status(path)).as(path).isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SCHEDULED", mode = EnumSource.Mode.EXCLUDE)
    void noOtherModeServesAnything(Mode mode) throws Exception {
        try (Bench bench = new Bench(WORLD)) {
            bench.serve().start(mode);

            assertThatThrownBy(() -> bench.served().status("/observe/health"))
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void anAddressThatIsTakenIsAnErrorBeforeAnythingIsCalled() throws Exception {
        try (Bench bench = new Bench(WORLD).serve();
                ServerSocket other =
                        new ServerSocket(
                                bench.served().port(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> bench.start(Mode.SCHEDULED))
                    .hasMessage(
                            ("management.host = 127.0.0.1, management.port = %s cannot be served"
                                            + " (Address already in use); stop what listens there,"
                                            + " or set another management.port, or 0 for none")
                                    .formatted(other.getLocalPort()));
            assertThat(bench.aws.calls().all()).isEmpty();
        }
    }
}
