package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** One region of one account. */
public record Region(String id, Assets assets, Metrics metrics) {

    /** Without any API. */
    public static Region empty(String id) {
        return of(id, Lateness.NONE);
    }

    /**
     * @param id also the seed: the same APIs have the same values in the same region
     */
    public static Region of(String id, Lateness lateness, Api... apis) {
        return of(id, lateness, List.of(apis), Map.of());
    }

    /**
     * @param others series of other namespaces
     */
    public static Region of(
            String id, Lateness lateness, List<Api> apis, Map<Metric, Traffic> others) {
        SeriesMap series = new SeriesMap(id);
        apis.forEach(series::add);
        others.forEach(series::add);
        return new Region(
                id,
                new GeneratedAssets(id, apis),
                new GeneratedMetrics(series.sources(), lateness));
    }

    /** Serves cases 01, 02, 03 as they are, the series of case 05 and the values of case 06. */
    public static Region recorded(String id) {
        return new Region(
                id,
                recordedAssets(),
                RecordedMetrics.of(json("05-list-metrics"), json("06-get-metric-data")));
    }

    /** As {@link #recorded}, but ListMetrics names the series of case 06, each of them. */
    public static Region recordedData(String id) {
        return new Region(id, recordedAssets(), RecordedMetrics.of(json("06-get-metric-data")));
    }

    /**
     * @param status InternalError, Forbidden or PartialData, which these series are answered with
     */
    public Region failing(Predicate<Metric> series, String status) {
        return new Region(id, assets, new FailingMetrics(metrics, series, status));
    }

    private static Assets recordedAssets() {
        return new RecordedAssets(
                json("01-get-rest-apis"), json("02-get-apis"), json("03-get-stages"));
    }

    private static JsonNode json(String name) {
        return Json.resource("cases/" + name + ".json");
    }
}
