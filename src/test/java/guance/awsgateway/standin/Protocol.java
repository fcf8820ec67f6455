package guance.awsgateway.standin;

import java.util.List;

/**
 * The kinds of API and the metrics they send. Source: API Gateway developer guide, "Amazon API
 * Gateway dimensions and metrics", for REST, HTTP and WebSocket APIs.
 */
public enum Protocol {
    REST(
            List.of("4XXError", "5XXError", "Count", "IntegrationLatency", "Latency"),
            List.of("CacheHitCount", "CacheMissCount"),
            List.of("Count")),
    HTTP(
            List.of("4xx", "5xx", "Count", "DataProcessed", "IntegrationLatency", "Latency"),
            List.of(),
            List.of("Count", "DataProcessed")),
    WEBSOCKET(
            List.of(
                    "ConnectCount",
                    "MessageCount",
                    "IntegrationError",
                    "ClientError",
                    "ExecutionError",
                    "IntegrationLatency"),
            List.of(),
            List.of());

    final List<String> metrics;
    final List<String> cacheMetrics;
    final List<String> rollUp;

    Protocol(List<String> metrics, List<String> cacheMetrics, List<String> rollUp) {
        this.metrics = metrics;
        this.cacheMetrics = cacheMetrics;
        this.rollUp = rollUp;
    }
}
