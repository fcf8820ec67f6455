package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.ProxyStandin;
import guance.awsgateway.standin.Traffic;
import guance.awsgateway.standin.World;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A collector that reaches the outside by a proxy alone. */
class ProxyTest {

    private static final String LOGIN = "sre:secret";

    @Test
    void awsAndGuanceAreCalledThroughTheProxyOfTheEnvironment() throws Exception {
        try (ProxyStandin proxy = new ProxyStandin(LOGIN);
                Bench bench =
                        new Bench(World.shop(Api.http("aaaaaaaaaa", "a").traffic(Traffic.IDLE)))
                                .within("http_proxy", proxy.url(LOGIN))) {
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);

            assertThat(proxy.asked())
                    .contains(bench.aws.endpoint().getAuthority())
                    .contains(URI.create(bench.guance().url()).getAuthority());
        }
    }

    @Test
    void hostsThatNeedNoProxyAreCalledDirectly() throws Exception {
        try (ProxyStandin proxy = new ProxyStandin(LOGIN);
                Bench bench =
                        new Bench(World.shop(Api.http("aaaaaaaaaa", "a").traffic(Traffic.IDLE)))
                                .within("HTTP_PROXY", proxy.url(LOGIN))
                                .within("NO_PROXY", "169.254.169.254,127.0.0.0/8")) {
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);

            assertThat(proxy.asked()).isEmpty();
        }
    }
}
