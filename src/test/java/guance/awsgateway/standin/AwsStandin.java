package guance.awsgateway.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * API Gateway (v1, v2), CloudWatch and STS on loopback, in their real protocols: give {@link
 * #endpoint()} to the SDK as AWS_ENDPOINT_URL or endpointOverride.
 */
public final class AwsStandin implements AutoCloseable {
    private final AwsCalls calls = new AwsCalls();
    private final AwsFaults faults = new AwsFaults();
    private final ExecutorService threads = Executors.newCachedThreadPool(AwsStandin::daemon);
    private final AwsServices services;
    private final HttpServer server;
    private volatile World world;

    public AwsStandin(World world, Clock clock) {
        this(world, clock, PageSizes.AWS);
    }

    public AwsStandin(World world, Clock clock, PageSizes pages) {
        this.world = world;
        this.services = new AwsServices(this::world, clock, pages, faults, calls);
        this.server = serve();
    }

    private HttpServer serve() {
        // Else the JDK's server waits 40 ms for the ACK of the headers before it sends a body.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/", this::handle);
            http.setExecutor(threads);
            http.start();
            return http;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "aws-standin");
        thread.setDaemon(true);
        return thread;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public AwsCalls calls() {
        return calls;
    }

    public AwsFaults faults() {
        return faults;
    }

    public World world() {
        return world;
    }

    /** From the next call on, as when an API is created or deleted. */
    public void world(World next) {
        this.world = next;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            AwsAnswer answer = services.answer(AwsRequest.read(exchange));
            if (answer.status() != 0) {
                write(exchange, answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(HttpExchange exchange, AwsAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    /** Cuts what still hangs. */
    @Override
    public void close() {
        faults.clear();
        server.stop(0);
        threads.shutdownNow();
    }
}
