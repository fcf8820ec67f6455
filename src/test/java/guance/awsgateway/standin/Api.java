package guance.awsgateway.standin;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One API of one region.
 *
 * @param description may be empty: then the listing has none
 */
public record Api(
        Protocol protocol,
        String id,
        String name,
        String description,
        Instant created,
        Map<String, String> tags,
        List<Stage> stages,
        Traffic traffic) {

    private static final Instant CREATED = Instant.parse("2024-05-06T07:08:09Z");

    public static Api rest(String id, String name) {
        return of(Protocol.REST, id, name, Stage.of("prod"));
    }

    public static Api http(String id, String name) {
        return of(Protocol.HTTP, id, name, Stage.of("$default"));
    }

    public static Api webSocket(String id, String name) {
        return of(Protocol.WEBSOCKET, id, name, Stage.of("prod"));
    }

    private static Api of(Protocol protocol, String id, String name, Stage stage) {
        return new Api(protocol, id, name, "", CREATED, Map.of(), List.of(stage), Traffic.STEADY);
    }

    public Api description(String text) {
        return new Api(protocol, id, name, text, created, tags, stages, traffic);
    }

    public Api created(String instant) {
        return new Api(
                protocol, id, name, description, Instant.parse(instant), tags, stages, traffic);
    }

    public Api tags(Map<String, String> values) {
        return new Api(protocol, id, name, description, created, values, stages, traffic);
    }

    public Api stages(Stage... some) {
        return new Api(protocol, id, name, description, created, tags, List.of(some), traffic);
    }

    public Api traffic(Traffic other) {
        return new Api(protocol, id, name, description, created, tags, stages, other);
    }

    /**
     * The dimension ApiName: non-ASCII characters are stripped, and the id stands where nothing is
     * left. Source: API Gateway developer guide, dimensions of REST APIs.
     */
    String apiName() {
        String ascii = name.replaceAll("[^\\x00-\\x7F]", "");
        return ascii.isBlank() ? id : ascii;
    }
}
