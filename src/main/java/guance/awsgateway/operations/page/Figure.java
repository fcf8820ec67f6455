package guance.awsgateway.operations.page;

import java.util.Map;

/**
 * What is shown of the traffic of an API, whatever CloudWatch calls it for its protocol: REST, HTTP
 * and WebSocket. Source: the API Gateway developer guide, CloudWatch metrics of each.
 */
enum Figure {
    COUNT("Count_Sum", "MessageCount_Sum"),
    ERRORS_4XX("4XXError_Sum", "4xx_Sum", "ClientError_Sum"),
    ERRORS_5XX("5XXError_Sum", "5xx_Sum", "ExecutionError_Sum", "IntegrationError_Sum"),
    /** In milliseconds, to be divided by {@link #SAMPLES}. Of a WebSocket API its integration's. */
    LATENCY("Latency_Sum", "IntegrationLatency_Sum"),
    SAMPLES("Latency_SampleCount", "IntegrationLatency_SampleCount");

    private static final Figure[] ALL = values();

    private final String[] fields;

    Figure(String... fields) {
        this.fields = fields;
    }

    /** By ordinal; NaN where the point has none, as where its statistic is not collected. */
    static double[] of(Map<String, Object> point) {
        double[] values = new double[ALL.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ALL[i].value(point);
        }
        return values;
    }

    /**
     * Of errors the sum of all kinds; else the first, as REST and HTTP APIs have both latencies.
     */
    private double value(Map<String, Object> point) {
        boolean adds = this != LATENCY && this != SAMPLES;
        double value = Double.NaN;
        for (String field : fields) {
            if (point.get(field) instanceof Number number && (adds || Double.isNaN(value))) {
                value = number.doubleValue() + (Double.isNaN(value) ? 0 : value);
            }
        }
        return value;
    }
}
