package guance.awsgateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxySettingsTest {

    @TempDir Path directory;

    private ProxySettings read(Map<String, String> environment) {
        return Reading.text(directory, Reading.ACCOUNT + Reading.RECEIVER, Map.of(), environment)
                .settings()
                .proxies();
    }

    @ParameterizedTest(name = "{0} with NO_PROXY={1}: {2}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    https://openway.guance.com, -, secure.corp:3128
                    http://127.0.0.1:9529, -, plain.corp:80
                    https://openway.guance.com, guance.com, direct
                    https://openway.guance.com, .guance.com, direct
                    https://openway.guance.com, *.guance.com, direct
                    https://openway.guance.com, way.guance.com, secure.corp:3128
                    https://OPENWAY.guance.com, ' other , openway.Guance.com ', direct
                    https://openway.guance.com, openway.guance.com:443, direct
                    https://openway.guance.com, openway.guance.com:8443, secure.corp:3128
                    https://openway.guance.com, *, direct
                    http://10.1.2.3:9529, 10.0.0.0/8, direct
                    http://11.1.2.3:9529, 10.0.0.0/8, plain.corp:80
                    http://10.1.2.3:9529, 10.1.2.3, direct
                    http://10.1.2.3:9529, 2.3, plain.corp:80
                    http://10.1.2.3:9529, 10.0.0.0/wide, plain.corp:80
                    http://[fd00::1]:9529, fd00::/8, direct
                    http://[fd00::1]:9529, 10.0.0.0/8, plain.corp:80
                    """)
    void theProxyGoesByTheSchemeUnlessTheHostNeedsNone(String called, String none, String proxy) {
        ProxySettings proxies =
                read(
                        Map.of(
                                "HTTPS_PROXY", "http://secure.corp:3128/",
                                "HTTP_PROXY", "plain.corp",
                                "NO_PROXY", none == null ? "" : none));

        assertThat(proxies.selector().select(URI.create(called)))
                .singleElement()
                .extracting(chosen -> text(chosen.address()))
                .isEqualTo(proxy);
    }

    private static String text(java.net.SocketAddress address) {
        return address instanceof java.net.InetSocketAddress inet
                ? inet.getHostString() + ":" + inet.getPort()
                : "direct";
    }

    @Test
    void lowerCaseGoesBefore() {
        ProxySettings proxies =
                read(Map.of("https_proxy", "http://one:1", "HTTPS_PROXY", "http://two:2"));

        assertThat(proxies.https()).map(ProxyAddress::host).contains("one");
    }

    @Test
    void userAndPasswordAreDecoded() {
        ProxySettings proxies = read(Map.of("HTTPS_PROXY", "http://sre:p%40ss+1@proxy:3128"));

        assertThat(proxies.withUser())
                .singleElement()
                .returns("sre", proxy -> proxy.user().orElseThrow())
                .returns("p@ss+1", proxy -> proxy.password().value());
    }

    @Test
    void whatIsWrongIsToldWithoutTheLogin() {
        SettingsException wrong =
                catchThrowableOfType(
                        SettingsException.class,
                        () ->
                                read(
                                        Map.of(
                                                "HTTPS_PROXY", "socks5://sre:secret@proxy:1080",
                                                "HTTP_PROXY", "http://")));

        assertThat(wrong.problems())
                .containsExactlyInAnyOrder(
                        "HTTPS_PROXY (environment): is not a proxy that is spoken to by http; write"
                                + " http://host:port, whatever goes through it",
                        "HTTP_PROXY (environment): is no address: write http://host:port");
    }
}
