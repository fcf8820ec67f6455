package guance.awsgateway.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One request at the Guance stand-in; closing it without an answer cuts the connection. */
final class GuanceExchange implements AutoCloseable {

    private static final String WRITE = "/v1/write/";

    private final HttpExchange http;
    private final Clock clock;
    private final Consumer<GuanceRequest> settled;
    private int rawSize;

    GuanceExchange(HttpExchange http, Clock clock, Consumer<GuanceRequest> settled) {
        this.http = http;
        this.clock = clock;
        this.settled = settled;
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    String method() {
        return http.getRequestMethod();
    }

    byte[] body() throws IOException {
        return http.getRequestBody().readAllBytes();
    }

    /** Empty where this is no write. */
    Optional<String> writeCategory() {
        boolean write = http.getRequestMethod().equals("POST") && path().startsWith(WRITE);
        return write ? Optional.of(path().substring(WRITE.length())) : Optional.empty();
    }

    Map<String, String> query() {
        Map<String, String> query = new HashMap<>();
        for (String pair : rawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
        }
        return query;
    }

    Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        http.getRequestHeaders()
                .forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), all.get(0)));
        return headers;
    }

    /**
     * @return the body after gunzip, null where it is not the gzip that its header says
     */
    byte[] read(GuanceViolations violations) throws IOException {
        byte[] body = http.getRequestBody().readAllBytes();
        boolean said = "gzip".equalsIgnoreCase(headers().get("content-encoding"));
        violations.noteEncoding(said, GuanceBody.looksGzipped(body));
        rawSize = body.length;
        if (!said) {
            return body;
        }
        try {
            byte[] raw = GuanceBody.gunzip(body);
            rawSize = raw.length;
            return raw;
        } catch (IOException e) {
            return null;
        }
    }

    void answer(GuanceReply reply) throws IOException {
        settle(reply.status());
        reply.headers().forEach(http.getResponseHeaders()::set);
        byte[] body = reply.body();
        http.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            http.getResponseBody().write(body);
        }
    }

    /** Gives no answer. */
    void leave() {
        settle(0);
    }

    @Override
    public void close() {
        http.close();
    }

    private void settle(int status) {
        settled.accept(
                new GuanceRequest(
                        http.getRequestMethod(),
                        path(),
                        rawQuery(),
                        headers(),
                        rawSize,
                        status,
                        clock.instant()));
    }

    private String rawQuery() {
        return Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse("");
    }
}
