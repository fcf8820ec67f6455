package guance.awsgateway.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The dimension sets under which CloudWatch keeps the samples of one route of one stage. */
final class Grains {
    private Grains() {}

    /** Names in AWS's own order, which is not the alphabet's. */
    static List<Map<String, String>> of(Api api, Stage stage, Route route) {
        Map<String, String> whole =
                api.protocol() == Protocol.REST
                        ? Map.of("ApiName", api.apiName())
                        : Map.of("ApiId", api.id());
        List<Map<String, String>> grains = new ArrayList<>();
        grains.add(whole);
        grains.add(with(whole, "Stage", stage.name()));
        if (route != Route.WHOLE) {
            grains.add(detailed(api.protocol(), whole, stage, route));
        }
        return grains;
    }

    private static Map<String, String> detailed(
            Protocol protocol, Map<String, String> whole, Stage stage, Route route) {
        return switch (protocol) {
            case REST ->
                    with(
                            with(with(whole, "Resource", route.resource()), "Stage", stage.name()),
                            "Method",
                            route.method());
            case HTTP ->
                    with(
                            with(with(whole, "Stage", stage.name()), "Resource", route.resource()),
                            "Method",
                            route.method());
            case WEBSOCKET -> with(with(whole, "Stage", stage.name()), "Route", route.resource());
        };
    }

    private static Map<String, String> with(Map<String, String> set, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(set);
        more.put(name, value);
        return more;
    }
}
