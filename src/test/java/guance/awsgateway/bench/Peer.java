package guance.awsgateway.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The exporter, as its documentation advises for many metrics: GetMetricData, and a cache of its
 * listings as long as ours. A cycle is a scrape, which reads the newest minute.
 */
record Peer(Child child, URI page, HttpClient http) implements Reader {

    private static final long POLL_NANOS = 50_000_000;
    private static final Path POM = Path.of("src/test/peer/pom.xml");
    private static final Path JARS = Path.of("target/peer").toAbsolutePath();
    private static final List<String> METRICS =
            List.of(
                    "4XXError",
                    "5XXError",
                    "CacheHitCount",
                    "CacheMissCount",
                    "Count",
                    "IntegrationLatency",
                    "Latency");

    static Peer start(Site site, String heap) throws IOException, InterruptedException {
        Path config = Files.writeString(site.folder.resolve("peer.yml"), config());
        int port = freePort();
        List<String> command =
                List.of(
                        heap,
                        "-cp",
                        classPath(),
                        "io.prometheus.cloudwatch.WebServer",
                        Integer.toString(port),
                        config.toString());
        Child child = Child.start(site.folder, site.environment(), command);
        Peer peer =
                new Peer(
                        child,
                        URI.create("http://127.0.0.1:" + port + "/metrics"),
                        HttpClient.newHttpClient());
        peer.awaitStart();
        return peer;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String config() {
        StringBuilder config =
                new StringBuilder(
                        """
                        region: eu-west-1
                        use_get_metric_data: true
                        period_seconds: 60
                        list_metrics_cache_ttl: 600
                        metrics:
                        """);
        for (String metric : METRICS) {
            config.append(
                    """
                    - aws_namespace: AWS/ApiGateway
                      aws_metric_name: %s
                      aws_dimensions: [ApiName]
                      aws_statistics: [Average, Maximum, Minimum, SampleCount, Sum]
                    """
                            .formatted(metric));
        }
        return config.toString();
    }

    /** The SDK's jars stand before those in the exporter's own jar. */
    private static String classPath() throws IOException, InterruptedException {
        fetch();
        try (Stream<Path> jars = Files.list(JARS)) {
            return jars.map(Path::toString)
                    .sorted((one, other) -> Boolean.compare(isExporter(one), isExporter(other)))
                    .reduce((one, other) -> one + File.pathSeparator + other)
                    .orElseThrow();
        }
    }

    private static boolean isExporter(String jar) {
        return jar.contains("cloudwatch_exporter");
    }

    private static void fetch() throws IOException, InterruptedException {
        if (Files.isDirectory(JARS)) {
            return;
        }
        int code =
                new ProcessBuilder(
                                "mvn",
                                "-q",
                                "-f",
                                POM.toString(),
                                "dependency:copy-dependencies",
                                "-DoutputDirectory=" + JARS)
                        .inheritIO()
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IllegalStateException("the exporter could not be fetched");
        }
    }

    /** Its page of health answers without a scrape. */
    private void awaitStart() {
        for (int left = 600; left > 0; left--) {
            try {
                get(page.resolve("/-/healthy"));
                return;
            } catch (UncheckedIOException e) {
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
        throw new IllegalStateException("the exporter did not start");
    }

    @Override
    public long cycle(int seconds) {
        String text = get(page);
        if (!text.contains("cloudwatch_exporter_scrape_error 0.0")) {
            throw new IllegalStateException("the scrape failed");
        }
        return text.lines().filter(line -> line.startsWith("aws_apigateway_")).count();
    }

    private String get(URI of) {
        try {
            return http.send(HttpRequest.newBuilder(of).build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
