package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.operations.check.Check;
import guance.awsgateway.operations.check.Finding;
import guance.awsgateway.operations.check.Finding.Result;
import guance.awsgateway.operations.check.Findings;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code --check} tells of the receiver and of this machine. */
class CheckAroundTest {

    private static final World WORLD = World.shop(Api.rest("k3f9d0q2zm", "orders"));

    @AutoClose private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(WORLD);
    }

    private Findings check() throws Exception {
        return new Check(bench.settings(), bench.clock, bench.stopwatch).findings();
    }

    private static List<Finding> failed(Findings findings) {
        return findings.all().stream().filter(each -> each.result() == Result.FAILED).toList();
    }

    @Test
    void theReceiversOwnWordsAreTold() throws Exception {
        bench.with("guance.token", Bench.TOKEN.replace('0', 'e'));

        assertThat(failed(check()))
                .singleElement()
                .returns("check token", Finding::call)
                .extracting(Finding::words)
                .asString()
                .contains("kodo.tokenNotFound (token not found); check guance.token");
    }

    @Test
    void aWorkspaceThatIsOverItsQuotaIsTold() throws Exception {
        bench.guance().checks().overUsage();

        assertThat(failed(check()))
                .singleElement()
                .returns("workspace", Finding::call)
                .extracting(Finding::words)
                .asString()
                .contains("quota is used up");
    }

    @Test
    void aReceiverThatIsNotThereIsTold() throws Exception {
        bench.write();
        bench.guance().close();

        assertThat(failed(check()))
                .singleElement()
                .returns(
                        "Guance cannot be reached; check guance.url and the network",
                        Finding::words);
    }

    @Test
    void aDataKitIsPinged() throws Exception {
        bench.datakit();

        Findings findings = check();

        assertThat(findings.isWell()).isTrue();
        assertThat(findings.text()).contains("DataKit 1.60.0").doesNotContain("token");
    }

    @Test
    void aDatabaseThatIsNotThereIsTold() throws Exception {
        bench.with("state.jdbc.url", "jdbc:postgresql://127.0.0.1:1/guance");

        assertThat(failed(check()))
                .singleElement()
                .returns("state.jdbc.url", Finding::call)
                .extracting(Finding::words)
                .asString()
                .startsWith("state.jdbc.url = jdbc:postgresql://127.0.0.1:1/guance: Connection")
                .endsWith("check the address, the network, and that PostgreSQL runs there");
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsTold() throws Exception {
        Path file = Files.writeString(bench.folder.resolve("file"), "");
        bench.with("state.directory", file.resolve("state").toString());

        assertThat(failed(check()))
                .singleElement()
                .returns("state.directory", Finding::call)
                .extracting(Finding::words)
                .asString()
                .contains("cannot be written", "allow it to the collector's user");
    }

    @Test
    void itGoesOnBesideACollectorThatHoldsTheState() throws Exception {
        bench.start(Mode.ONCE);

        assertThat(check().isWell()).isTrue();
    }
}
