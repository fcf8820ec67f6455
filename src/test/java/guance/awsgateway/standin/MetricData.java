package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * GetMetricData: at most 500 queries, StartTime included, EndTime not, newest first by default,
 * pages of up to MaxDatapoints. Source: GetMetricData API reference.
 */
final class MetricData {
    private static final int MOST_QUERIES = 500;

    private final JsonNode body;
    private final List<MetricQuery> queries;
    private final Instant start;
    private final Instant end;

    /**
     * @throws AwsError where AWS would not take it
     */
    MetricData(JsonNode body) {
        this.body = body;
        this.start = Cbor.time(body.path("StartTime"));
        this.end = Cbor.time(body.path("EndTime"));
        check(start != null, "The parameter StartTime is required.");
        check(end != null, "The parameter EndTime is required.");
        check(
                start.isBefore(end),
                "The parameter StartTime must be less than the parameter EndTime.");
        this.queries = queries(body.path("MetricDataQueries"));
    }

    private static List<MetricQuery> queries(JsonNode all) {
        check(all.size() > 0, "The parameter MetricDataQueries is required.");
        check(
                all.size() <= MOST_QUERIES,
                "The collection MetricDataQueries must not have a size"
                        + " greater than "
                        + MOST_QUERIES
                        + ".");
        List<MetricQuery> queries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode each : all) {
            MetricQuery query = MetricQuery.read(each);
            check(ids.add(query.id()), "The values for parameter Id are not unique: " + query.id());
            queries.add(query);
        }
        return queries;
    }

    MetricDataPage page(AwsContext context, PageSizes pages) {
        MetricDataPage page = new MetricDataPage(limit(pages), context.message());
        int[] from = position(MetricReader.text(body, "NextToken"));
        int skip = from[1];
        for (int i = from[0]; i < queries.size(); i++, skip = 0) {
            MetricQuery query = queries.get(i);
            if (query.returnData()) {
                // A status that comes and goes holds for a query from its first value on.
                String status = skip > 0 ? "Complete" : status(query, context);
                int taken = page.add(query, status, values(query, status, context), skip);
                if (page.isCut()) {
                    return page.next(token(i, skip + taken));
                }
            }
        }
        return page;
    }

    private static String status(MetricQuery query, AwsContext context) {
        return context.region().metrics().status(query.metric());
    }

    private int limit(PageSizes pages) {
        return Math.min(body.path("MaxDatapoints").asInt(Integer.MAX_VALUE), pages.datapoints());
    }

    /** All of it, some of it where that is the status, and nothing of what fails. */
    private List<MetricDataPage.Value> values(
            MetricQuery query, String status, AwsContext context) {
        List<MetricDataPage.Value> values = values(query, context);
        return switch (status) {
            case "Complete" -> values;
            case "PartialData" -> values.subList(0, values.size() / 2);
            default -> List.of();
        };
    }

    private List<MetricDataPage.Value> values(MetricQuery query, AwsContext context) {
        boolean ascending = body.path("ScanBy").asText().equals("TimestampAscending");
        Instant first = alignDown(start, query.period());
        List<MetricDataPage.Value> values =
                new ArrayList<>(
                        context.region().metrics().values(query, first, end, context.now()));
        if (!ascending) {
            Collections.reverse(values);
        }
        return values;
    }

    private static Instant alignDown(Instant time, Duration period) {
        long seconds = time.getEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, period.toSeconds()));
    }

    /** Good for the same request only. */
    private String token(int query, int offset) {
        return Tokens.of(query + ":" + offset + ":" + fingerprint());
    }

    /**
     * @return which query, and which of its values
     */
    private int[] position(String token) {
        if (token == null || token.isEmpty()) {
            return new int[] {0, 0};
        }
        try {
            String[] parts = Tokens.position(token).split(":");
            if (parts[2].equals(fingerprint())) {
                return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])};
            }
        } catch (IllegalArgumentException e) {
            // Refused below, as a token of another request.
        }
        throw new AwsError(
                400, "InvalidNextToken", "InvalidNextToken", "The next token is not valid.");
    }

    private String fingerprint() {
        return Integer.toHexString(List.of(start, end, queries).hashCode());
    }

    private static void check(boolean right, String message) {
        if (!right) {
            throw AwsError.invalid(message);
        }
    }
}
