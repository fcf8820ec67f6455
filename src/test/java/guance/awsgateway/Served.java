package guance.awsgateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the management server answers.
 *
 * @param port of 127.0.0.1
 */
record Served(int port) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** At a port that is free now. */
    static Served anywhere() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Served(socket.getLocalPort());
        }
    }

    HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    /** The checks that are down, and what they say. */
    Map<String, String> down(String path) throws Exception {
        Map<String, String> down = new TreeMap<>();
        for (JsonNode check : new ObjectMapper().readTree(body(path)).path("checks")) {
            if (check.path("status").asText().equals("DOWN")) {
                down.put(check.path("name").asText(), check.path("message").asText());
            }
        }
        return down;
    }

    int status(String path) throws Exception {
        return get(path).statusCode();
    }

    String body(String path) throws Exception {
        return get(path).body();
    }
}
