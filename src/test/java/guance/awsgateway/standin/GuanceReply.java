package guance.awsgateway.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/** An answer of the Guance stand-in. */
record GuanceReply(int status, Map<String, String> headers, byte[] body) {

    /** The sender is left without an answer. */
    static GuanceReply none() {
        return new GuanceReply(0, Map.of(), new byte[0]);
    }

    boolean isNone() {
        return status == 0;
    }

    static GuanceReply accepted() {
        return new GuanceReply(200, Map.of(), new byte[0]);
    }

    static GuanceReply json(int status, String body) {
        return new GuanceReply(
                status, Map.of("Content-Type", "application/json"), body.getBytes(UTF_8));
    }

    /** Guance's error body, such as {@code kodo.tokenNotFound}. */
    static GuanceReply error(int status, String code, String message) {
        var body = JsonNodeFactory.instance.objectNode();
        return json(status, body.put("error_code", code).put("message", message).toString());
    }

    static GuanceReply notFound() {
        return new GuanceReply(
                404,
                Map.of("Content-Type", "text/html"),
                "<html><body>404 page not found</body></html>".getBytes(UTF_8));
    }
}
