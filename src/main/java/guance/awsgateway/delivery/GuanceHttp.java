package guance.awsgateway.delivery;

import guance.awsgateway.settings.GuanceSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * The HTTP client of the receiver. Its parameters are added on the wire, so that no URI, header,
 * exception or MBean holds the token.
 */
public final class GuanceHttp implements HttpClientConfigurer {

    /** What a DataKit wants to know: no host tag of its own, our name, times in nanoseconds. */
    private static final String DATAKIT =
            "ignore_global_host_tags=1&input=guance-aws-gateway&precision=n";

    private final Supplier<String> parameters;
    private final InFlight inFlight = new InFlight();

    public GuanceHttp(GuanceSettings guance) {
        QuietWire.pin();
        this.parameters =
                switch (guance.receiver()) {
                    case DATAWAY -> dataway(new Token(guance));
                    case DATAKIT -> () -> DATAKIT;
                };
    }

    private static Supplier<String> dataway(Token token) {
        return () -> "token=" + URLEncoder.encode(token.read(), StandardCharsets.UTF_8);
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.addRequestInterceptorLast(new AddParameters())
                .addExecInterceptorFirst("in-flight", inFlight)
                // Retrying is the route's: the client's own would repeat a POST behind its back.
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement();
    }

    /** Cuts the POSTs under way; their batches are parked. */
    public void cut() {
        inFlight.cut();
    }

    private final class AddParameters implements HttpRequestInterceptor {

        @Override
        public void process(HttpRequest request, EntityDetails entity, HttpContext context) {
            String path = request.getPath();
            request.setPath(path + (path.contains("?") ? "&" : "?") + parameters.get());
        }
    }
}
