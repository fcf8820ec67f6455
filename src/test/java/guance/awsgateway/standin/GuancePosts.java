package guance.awsgateway.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** A sender that keeps the contract, or not, against one stand-in. */
record GuancePosts(GuanceStandin guance) {

    static final String LINE_TYPE = "text/plain; charset=utf-8";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    HttpResponse<String> lines(String path, String body) throws Exception {
        return send(path, LINE_TYPE, gzip(body), true);
    }

    HttpResponse<String> send(String path, String type, byte[] body, boolean gzip)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(guance.url() + path))
                        .timeout(Duration.ofSeconds(2))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (gzip) {
            request.header("Content-Encoding", "gzip");
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create(guance.url() + path);
        return CLIENT.send(
                HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    static byte[] gzip(String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
