package guance.awsgateway.standin;

/**
 * @param method of a WebSocket route: empty
 * @param resource {@code /orders/{id}}; of a WebSocket route its key, {@code $connect}
 */
public record Route(String method, String resource) {

    static final Route WHOLE = new Route("", "");
}
