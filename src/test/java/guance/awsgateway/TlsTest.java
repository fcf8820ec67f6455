package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import guance.awsgateway.operations.RunRecord;
import guance.awsgateway.operations.check.Check;
import guance.awsgateway.operations.check.Findings;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.ProxyStandin;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.Traffic;
import guance.awsgateway.standin.World;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver with a certificate that only its own authority vouches for: itself. */
class TlsTest {

    private static final String PASSWORD = "not-a-secret";
    private static final World WORLD =
            World.of(
                    Account.of(
                            "111122223333",
                            "shop",
                            Region.of(
                                    "eu-west-1",
                                    Lateness.NONE,
                                    Api.http("aaaaaaaaaa", "a").traffic(Traffic.IDLE))));

    @TempDir Path folder;
    private final Queue<String> clients = new ConcurrentLinkedQueue<>();
    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        make("server", "CN=127.0.0.1", "-ext", "SAN=IP:127.0.0.1");
        make("client", "CN=collector");
        server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    HttpsExchange tls = (HttpsExchange) exchange;
                    clients.add(tls.getSSLSession().getPeerPrincipal().getName());
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.setHttpsConfigurator(asksForCertificates(context()));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void make(String name, String owner, String... more) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                System.getProperty("java.home") + "/bin/keytool",
                                "-genkeypair",
                                "-alias",
                                name,
                                "-keyalg",
                                "EC",
                                "-dname",
                                owner,
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                store(name).toString()));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).inheritIO().start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = load(name);
        pem(name + ".crt", "CERTIFICATE", keys.getCertificate(name).getEncoded());
        pem(name + ".key", "PRIVATE KEY", keys.getKey(name, PASSWORD.toCharArray()).getEncoded());
    }

    private Path store(String name) {
        return folder.resolve(name + ".p12");
    }

    private KeyStore load(String name) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store(name))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private void pem(String file, String what, byte[] bytes) throws Exception {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(
                folder.resolve(file),
                "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, text, what));
    }

    private SSLContext context() throws Exception {
        KeyManagerFactory shown = KeyManagerFactory.getInstance("PKIX");
        shown.init(load("server"), PASSWORD.toCharArray());
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry("client", load("client").getCertificate("client"));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static HttpsConfigurator asksForCertificates(SSLContext context) {
        return new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters https) {
                SSLParameters parameters = context.getDefaultSSLParameters();
                parameters.setNeedClientAuth(true);
                https.setSSLParameters(parameters);
            }
        };
    }

    private Bench bench() throws Exception {
        return new Bench(WORLD)
                .with("guance.url", "https://127.0.0.1:" + server.getAddress().getPort())
                .with("guance.client-certificate-file", folder.resolve("client.crt").toString())
                .with("guance.client-key-file", folder.resolve("client.key").toString());
    }

    @Test
    void anAuthorityAndACertificateOfOnesOwnAreUsed() throws Exception {
        try (Bench bench =
                bench().with("guance.ca-file", folder.resolve("server.crt").toString())) {
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);

            assertThat(clients).containsExactly("CN=collector");
        }
    }

    @Test
    void itIsCalledThroughTheProxyOfTheEnvironment() throws Exception {
        try (ProxyStandin proxy = new ProxyStandin("sre:p@ss word");
                Bench bench =
                        bench().within("HTTPS_PROXY", proxy.url("sre:p%40ss%20word"))
                                .with("guance.ca-file", folder.resolve("server.crt").toString())) {
            assertThat(bench.runAll()).allMatch(RunRecord::isClean);

            assertThat(clients).containsExactly("CN=collector");
            assertThat(proxy.asked())
                    .containsOnly("CONNECT 127.0.0.1:" + server.getAddress().getPort());
        }
    }

    @Test
    void theReceiverIsAskedByTheSameCertificatesAndProxy() throws Exception {
        try (ProxyStandin proxy = new ProxyStandin("sre:p@ss word");
                Bench bench =
                        bench().within("HTTPS_PROXY", proxy.url("sre:p%40ss%20word"))
                                .with("guance.ca-file", folder.resolve("server.crt").toString())) {
            Findings findings =
                    new Check(bench.settings(), bench.clock, bench.stopwatch).findings();

            assertThat(findings.text()).contains("what answered 200 is not Guance");
            assertThat(clients).isNotEmpty().containsOnly("CN=collector");
            assertThat(proxy.asked())
                    .containsOnly("CONNECT 127.0.0.1:" + server.getAddress().getPort());
        }
    }

    @Test
    void anAuthorityThatIsNotTrustedIsToldByTheCheck() throws Exception {
        try (Bench bench = bench()) {
            Findings findings =
                    new Check(bench.settings(), bench.clock, bench.stopwatch).findings();

            assertThat(findings.isWell()).isFalse();
            assertThat(findings.text())
                    .contains("the certificates do not fit; check guance.ca-file");
            assertThat(clients).isEmpty();
        }
    }

    @Test
    void withoutTheAuthorityNothingIsSent() throws Exception {
        Path routes = folder.resolve("edited");
        Edited.routes(
                routes.resolve("routes"),
                "post",
                "redeliveryDelay: \"1000\"",
                "redeliveryDelay: \"1\"");
        try (Bench bench = bench().routes(routes)) {
            RunRecord run = bench.runAll().get(0);

            assertThat(run).returns(1, RunRecord::parked);
            assertThat(run.error()).contains("certificate").contains("guance.ca-file");
            assertThat(clients).isEmpty();
        }
    }
}
