package guance.awsgateway.metrics;

import guance.awsgateway.TestSettings;
import guance.awsgateway.settings.MetricSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** Discoveries in figures, and answers, for tests of what they cost. */
public final class Figures {

    public static final String[] SEVEN = {
        "4XXError",
        "5XXError",
        "CacheHitCount",
        "CacheMissCount",
        "Count",
        "IntegrationLatency",
        "Latency"
    };
    private static final MetricSettings SETTINGS = TestSettings.of().metrics();

    private Figures() {}

    /** Seven metrics an API, read by name alone; by name and stage they are left out. */
    public static Discovered apis(int number) {
        DiscoveryTally tally = new DiscoveryTally(SETTINGS.statistics());
        for (int page = 0; page < Math.max(1, number * 14 / 500); page++) {
            tally.page();
        }
        staged(number).forEach(series -> tally.add(series, Choice.OTHER_GRAIN));
        return tally.discovered(named(number));
    }

    /** As {@link #apis}, with nothing left out. */
    public static Discovered all(int number) {
        List<Series> read = new ArrayList<>(named(number));
        read.addAll(staged(number));
        DiscoveryTally tally = new DiscoveryTally(SETTINGS.statistics());
        tally.page();
        return tally.discovered(read);
    }

    static List<Series> named(int number) {
        List<Series> series = new ArrayList<>();
        for (int api = 0; api < number; api++) {
            series.addAll(Sets.series(Sets.set("ApiName", "api-" + api), SEVEN));
        }
        return series;
    }

    private static List<Series> staged(int number) {
        List<Series> series = new ArrayList<>();
        for (int api = 0; api < number; api++) {
            series.addAll(Sets.series(Sets.set("ApiName", "api-" + api, "Stage", "prod"), SEVEN));
        }
        return series;
    }

    public static TargetCost cost(Discovered figures, Duration interval) {
        return TargetCost.of(
                figures, new Bill(new BigDecimal("0.01")), interval, Duration.ofMinutes(10));
    }

    /** CloudWatch's whole answer to one API's seven metrics, without a datapoint. */
    public static Answer answer() {
        Window window = Sets.window(Duration.ofMinutes(5));
        MetricRequest request = new RequestPacker(SETTINGS).pack(named(1), window).get(0);
        Answer answer = new Answer(request, SETTINGS.period());
        answer.asked(request.queries());
        for (int place = 0; place < request.queries().size(); place++) {
            answer.add(
                    MetricDataResult.builder()
                            .id(Answer.id(place))
                            .statusCode(StatusCode.COMPLETE)
                            .build());
        }
        return answer;
    }
}
