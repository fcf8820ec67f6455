package guance.awsgateway.delivery;

import guance.awsgateway.settings.GuanceSettings;
import guance.awsgateway.settings.ProxyAddress;
import guance.awsgateway.settings.ProxySettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client of the receiver. Its parameters are added on the wire, so that no URI, header,
 * exception or MBean holds the token.
 */
public final class GuanceHttp implements HttpClientConfigurer {

    /** What a DataKit wants to know: no host tag of its own, our name, times in nanoseconds. */
    private static final String DATAKIT =
            "ignore_global_host_tags=1&input=guance-aws-gateway&precision=n";

    /** The one question that wants the token in its path. */
    static final String CHECK_TOKEN = "/v1/check/token/";

    private static final ConnectionConfig CONNECT =
            ConnectionConfig.custom().setConnectTimeout(Timeout.ofSeconds(5)).build();

    private static final RequestConfig ANSWER =
            RequestConfig.custom().setResponseTimeout(Timeout.ofSeconds(30)).build();

    private final UnaryOperator<String> onTheWire;
    private final Optional<SSLContext> tls;
    private final ProxySettings proxies;
    private final InFlight inFlight = new InFlight();

    public GuanceHttp(GuanceSettings guance, ProxySettings proxies) {
        QuietWire.pin();
        this.proxies = proxies;
        boolean own = guance.caFile().isPresent() || guance.clientCertificateFile().isPresent();
        this.tls = own ? Optional.of(new GuanceTls(guance).context()) : Optional.empty();
        this.onTheWire =
                switch (guance.receiver()) {
                    case DATAWAY -> dataway(new Token(guance));
                    case DATAKIT -> path -> with(path, DATAKIT);
                };
    }

    private static UnaryOperator<String> dataway(Token token) {
        return path -> {
            String encoded = URLEncoder.encode(token.read(), StandardCharsets.UTF_8);
            return path.endsWith(CHECK_TOKEN) ? path + encoded : with(path, "token=" + encoded);
        };
    }

    private static String with(String path, String parameters) {
        return path + (path.contains("?") ? "&" : "?") + parameters;
    }

    /** For what is asked outside of the routes, by the same certificates and proxies. */
    CloseableHttpClient client() {
        SSLContext trusted = tls.orElseGet(SSLContexts::createSystemDefault);
        HttpClientBuilder client = HttpClientBuilder.create();
        configure(client.setConnectionManager(connections(trusted)));
        return client.setDefaultRequestConfig(ANSWER).build();
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        tls.ifPresent(context -> client.setConnectionManager(connections(context)));
        configure(client);
    }

    private void configure(HttpClientBuilder client) {
        client.setRoutePlanner(new SystemDefaultRoutePlanner(proxies.selector()))
                .setDefaultCredentialsProvider(logins());
        client.addRequestInterceptorLast(new AddParameters())
                .addExecInterceptorFirst("in-flight", inFlight)
                // Retrying is the route's: the client's own would repeat a POST behind its back.
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement();
    }

    private CredentialsProvider logins() {
        CredentialsProviderBuilder logins = CredentialsProviderBuilder.create();
        for (ProxyAddress proxy : proxies.withUser()) {
            HttpHost host = new HttpHost(proxy.host(), proxy.port());
            logins.add(host, proxy.user().orElseThrow(), proxy.password().value().toCharArray());
        }
        return logins.build();
    }

    /** As Camel's own, which would speak TLS to an address by http too. */
    private static HttpClientConnectionManager connections(SSLContext tls) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setDefaultConnectionConfig(CONNECT)
                .setMaxConnPerRoute(20)
                .setMaxConnTotal(200)
                .build();
    }

    /** Cuts the POSTs under way; their batches are parked. */
    public void cut() {
        inFlight.cut();
    }

    private final class AddParameters implements HttpRequestInterceptor {

        @Override
        public void process(HttpRequest request, EntityDetails entity, HttpContext context) {
            request.setPath(onTheWire.apply(request.getPath()));
        }
    }
}
