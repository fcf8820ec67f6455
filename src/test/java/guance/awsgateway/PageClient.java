package guance.awsgateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;

/**
 * Asks the JSON API as a script would.
 *
 * @param port of 127.0.0.1
 */
record PageClient(int port) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(send(request(path).build()).body());
    }

    /** The job of a target, as the status shows it. */
    JsonNode job(String target, String job) throws Exception {
        return StreamSupport.stream(json("/api/status").path("jobs").spliterator(), false)
                .filter(each -> each.path("target").asText().equals(target))
                .filter(each -> each.path("job").asText().equals(job))
                .findFirst()
                .orElseThrow();
    }

    HttpResponse<String> act(String path, String token) throws Exception {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.noBody())
                        .build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpResponse<String> send(HttpRequest request) throws Exception {
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    /** The whole answer, to what Java's client would neither send nor let anybody choose. */
    String rawly(String path, String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request =
                    "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
