package guance.awsgateway.operations.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import guance.awsgateway.operations.page.ApiTraffic.Minute;
import guance.awsgateway.target.Target;
import java.time.Instant;
import java.util.Collection;

/**
 * An API and its traffic, as JSON; null where there is no value.
 *
 * @param target its id
 * @param id null where several REST APIs share the name
 * @param stages with traffic
 * @param minute start of the newest period with traffic, to which the figures belong
 */
record ApiRow(
        String target,
        String account,
        String region,
        String id,
        String name,
        String protocol,
        Collection<String> stages,
        String minute,
        Double count,
        @JsonProperty("errors_4xx") Double errors4xx,
        @JsonProperty("errors_5xx") Double errors5xx,
        Double latencyMs,
        Chart chart) {

    /**
     * The last three hours, one value a step, oldest first; null for steps without traffic.
     *
     * @param from start of the first step
     */
    record Chart(
            String from,
            long stepSeconds,
            Double[] count,
            @JsonProperty("errors_4xx") Double[] errors4xx,
            @JsonProperty("errors_5xx") Double[] errors5xx,
            Double[] latencyMs) {

        static Chart of(ApiTraffic traffic, Instant now) {
            long step = ApiTraffic.STEP.toSeconds();
            long first = Math.floorDiv(now.getEpochSecond(), step) - ApiTraffic.STEPS + 1;
            Double[] latency = traffic.chart(Figure.LATENCY, now);
            Double[] samples = traffic.chart(Figure.SAMPLES, now);
            for (int i = 0; i < latency.length; i++) {
                latency[i] = mean(latency[i], samples[i]);
            }
            return new Chart(
                    Instant.ofEpochSecond(first * step).toString(),
                    step,
                    traffic.chart(Figure.COUNT, now),
                    traffic.chart(Figure.ERRORS_4XX, now),
                    traffic.chart(Figure.ERRORS_5XX, now),
                    latency);
        }
    }

    static ApiRow of(SeenApi api, Instant now) {
        Minute minute = api.traffic().newest();
        Target target = api.target();
        return new ApiRow(
                target.id(),
                target.account().name(),
                target.region(),
                api.id(),
                api.name(),
                api.protocol(),
                api.stages(),
                minute == null ? null : minute.at().toString(),
                minute == null ? null : minute.of(Figure.COUNT),
                minute == null ? null : minute.of(Figure.ERRORS_4XX),
                minute == null ? null : minute.of(Figure.ERRORS_5XX),
                minute == null ? null : mean(minute.of(Figure.LATENCY), minute.of(Figure.SAMPLES)),
                Chart.of(api.traffic(), now));
    }

    private static Double mean(Double sum, Double samples) {
        return sum == null || samples == null || samples == 0 ? null : (Double) (sum / samples);
    }
}
