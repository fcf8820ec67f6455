package guance.awsgateway.operations.page;

import java.util.Map;

/**
 * What is answered, for YAML to send.
 *
 * @param content bytes, or what becomes JSON
 */
public record Answer(int status, String contentType, Object content) {

    static final String JSON = "application/json";

    static Answer json(Object content) {
        return new Answer(200, JSON, content);
    }

    /** What was asked for goes on by itself. */
    static Answer done(String sentence) {
        return new Answer(202, JSON, Map.of("done", sentence));
    }

    static Answer error(int status, String sentence) {
        return new Answer(status, JSON, Map.of("error", sentence));
    }
}
