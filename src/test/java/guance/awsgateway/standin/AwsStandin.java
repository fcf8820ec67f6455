package guance.awsgateway.standin;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.ResponseConnControl;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.apache.hc.core5.io.CloseMode;

/**
 * API Gateway (v1, v2), CloudWatch and STS on loopback, in their real protocols: give {@link
 * #endpoint()} to the SDK as AWS_ENDPOINT_URL or endpointOverride.
 */
public final class AwsStandin implements AutoCloseable {
    private final AwsCalls calls = new AwsCalls();
    private final AwsFaults faults = new AwsFaults();
    private final AwsQuotas quotas = new AwsQuotas();
    private final PutMetrics put = new PutMetrics();
    private final Clock clock;
    private final AwsServices services;
    private final HttpServer server;
    private volatile World world;

    public AwsStandin(World world, Clock clock) {
        this(world, clock, PageSizes.AWS);
    }

    public AwsStandin(World world, Clock clock, PageSizes pages) {
        this.world = world;
        this.clock = clock;
        this.services = new AwsServices(this::world, clock, pages, faults, quotas, calls, put);
        this.server = serve();
    }

    /** Not the JDK's server, which dates its answers by the machine's clock. */
    private HttpServer serve() {
        try {
            HttpServer http =
                    ServerBootstrap.bootstrap()
                            .setHttpProcessor(undated())
                            .setLocalAddress(InetAddress.getLoopbackAddress())
                            .setRequestRouter((request, context) -> this::handle)
                            .create();
            http.start();
            return http;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    public AwsCalls calls() {
        return calls;
    }

    public AwsFaults faults() {
        return faults;
    }

    /** Not enforced until asked for. */
    public AwsQuotas quotas() {
        return quotas;
    }

    /** What the caller has put into CloudWatch, which no other operation shows. */
    public PutMetrics put() {
        return put;
    }

    public World world() {
        return world;
    }

    /** From the next call on, as when an API is created or deleted. */
    public void world(World next) {
        this.world = next;
    }

    private static HttpProcessor undated() {
        return new DefaultHttpProcessor(new ResponseContent(), new ResponseConnControl());
    }

    private void handle(ClassicHttpRequest request, ClassicHttpResponse response, Object context)
            throws IOException, HttpException {
        try {
            AwsAnswer answer = services.answer(AwsRequest.read(request));
            if (answer.status() == 0) {
                throw new ConnectionClosedException();
            }
            write(response, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionClosedException();
        }
    }

    /**
     * With the date by the stand-in's clock, but not on a refusal: where that is minutes away from
     * the machine's, the SDK takes it for a skewed signature and tries again.
     */
    private void write(ClassicHttpResponse response, AwsAnswer answer) {
        response.setCode(answer.status());
        if (answer.status() != 401 && answer.status() != 403) {
            response.setHeader("Date", RFC_1123_DATE_TIME.format(clock.instant().atZone(UTC)));
        }
        answer.headers().forEach(response::setHeader);
        response.setEntity(new ByteArrayEntity(answer.body(), null));
    }

    /** Cuts what still hangs. */
    @Override
    public void close() {
        faults.clear();
        server.close(CloseMode.IMMEDIATE);
    }
}
