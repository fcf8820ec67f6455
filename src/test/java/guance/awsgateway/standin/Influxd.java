package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import guance.awsgateway.point.Point;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A real InfluxDB 1.x in a process of its own, which reads the same line protocol as Guance, behind
 * an address that looks like a receiver: a category is a database.
 */
public final class Influxd implements AutoCloseable {

    private static final String PROGRAM = "influxd";
    private static final Pattern LISTENS = Pattern.compile("Listening on HTTP.* addr=(\\S+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String url;
    private final HttpServer relay;

    /** Returns when it takes points. */
    public Influxd(Path folder) throws Exception {
        Path log = folder.resolve("log");
        process =
                new ProcessBuilder(PROGRAM, "run", "-config", settings(folder).toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        url =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> address(log), Optional::isPresent)
                        .map("http://%s"::formatted)
                        .orElseThrow();
        for (String category : List.of("metric", "custom_object")) {
            query("q=" + encoded("CREATE DATABASE " + category));
        }
        relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        relay.createContext("/v1/write/", this::relay);
        relay.start();
    }

    public static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, PROGRAM)));
    }

    private static Path settings(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("influxdb.conf"),
                """
                reporting-disabled = true
                bind-address = "127.0.0.1:0"
                [meta]
                dir = "%1$s/meta"
                [data]
                dir = "%1$s/data"
                wal-dir = "%1$s/wal"
                [monitor]
                store-enabled = false
                [http]
                bind-address = "127.0.0.1:0"
                log-enabled = false
                """
                        .formatted(folder));
    }

    private static Optional<String> address(Path log) throws IOException {
        Matcher listens = LISTENS.matcher(Files.readString(log));
        return listens.find() ? Optional.of(listens.group(1)) : Optional.empty();
    }

    /** What {@code guance.url} is to be. */
    public String url() {
        return "http://127.0.0.1:" + relay.getAddress().getPort();
    }

    private void relay(HttpExchange exchange) throws IOException {
        try (exchange) {
            String category = exchange.getRequestURI().getPath().substring("/v1/write/".length());
            HttpRequest write =
                    HttpRequest.newBuilder(URI.create(url + "/write?precision=n&db=" + category))
                            .header(
                                    "Content-Encoding",
                                    exchange.getRequestHeaders().getFirst("Content-Encoding"))
                            .POST(
                                    BodyPublishers.ofByteArray(
                                            exchange.getRequestBody().readAllBytes()))
                            .build();
            HttpResponse<byte[]> answer = http.send(write, BodyHandlers.ofByteArray());
            int length = answer.body().length == 0 ? -1 : answer.body().length;
            exchange.sendResponseHeaders(answer.statusCode(), length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every point that it holds of a category, in no order. */
    public List<Point> points(String category) throws Exception {
        String all = "SELECT * FROM /.*/ GROUP BY *";
        JsonNode answer = query("epoch=ns&db=" + category + "&q=" + encoded(all));
        List<Point> points = new ArrayList<>();
        for (JsonNode series : answer.at("/results/0/series")) {
            points.addAll(InfluxSeries.points(series));
        }
        return points;
    }

    private JsonNode query(String parameters) throws Exception {
        HttpRequest query =
                HttpRequest.newBuilder(URI.create(url + "/query?" + parameters))
                        .POST(BodyPublishers.noBody())
                        .build();
        return JSON.readTree(http.send(query, BodyHandlers.ofString()).body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws Exception {
        relay.stop(0);
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
