package guance.awsgateway.standin;

import java.time.Instant;
import java.util.Map;

/**
 * What arrived at the Guance stand-in, and what became of it.
 *
 * @param query as sent, with the token; empty where there is none
 * @param headers by lower-case name, the first value of each
 * @param rawSize bytes of the body after gunzip; 0 where it was not read
 * @param status answered, 0 where the request was left without an answer
 */
public record GuanceRequest(
        String method,
        String path,
        String query,
        Map<String, String> headers,
        int rawSize,
        int status,
        Instant time) {}
