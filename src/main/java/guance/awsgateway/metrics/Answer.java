package guance.awsgateway.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/**
 * What CloudWatch answered to one request, its pages merged: a table of queries by periods.
 *
 * <p>Filled by one thread.
 */
public final class Answer {

    private final MetricRequest request;
    private final long period;
    private final double[][] values;
    private final String[] outstanding;
    private final List<MetricRequest> asked = new ArrayList<>();

    Answer(MetricRequest request, Duration period) {
        this.request = request;
        this.period = period.toSeconds();
        int periods = (int) (request.window().length().toSeconds() / this.period);
        this.values = new double[request.queries().size()][periods];
        for (double[] row : values) {
            Arrays.fill(row, Double.NaN);
        }
        this.outstanding = new String[values.length];
        Arrays.fill(outstanding, "no answer");
    }

    /** The Id of a query is {@code q} and its place in the request. */
    static String id(int query) {
        return "q" + query;
    }

    /** -1 for what is no Id of these queries. */
    private int place(String id) {
        int place = 0;
        for (int i = 1; i < id.length() && place < values.length; i++) {
            int digit = id.charAt(i) - '0';
            place = digit < 0 || digit > 9 ? values.length : place * 10 + digit;
        }
        return place < values.length && id(place).equals(id) ? place : -1;
    }

    /**
     * One Id can span pages: only its newest status counts, its datapoints add up. What was not
     * asked for, an Id or a time, is ignored.
     */
    void add(MetricDataResult result) {
        int place = result.id() == null ? -1 : place(result.id());
        if (place >= 0) {
            add(place, result);
        }
    }

    private void add(int query, MetricDataResult result) {
        boolean complete = result.statusCode() == StatusCode.COMPLETE;
        outstanding[query] = complete ? null : String.valueOf(result.statusCodeAsString());
        List<Instant> times = result.timestamps();
        List<Double> found = result.values();
        for (int i = 0; i < Math.min(times.size(), found.size()); i++) {
            put(query, times.get(i), found.get(i));
        }
    }

    private void put(int query, Instant time, double value) {
        long offset = time.getEpochSecond() - request.window().from().getEpochSecond();
        long column = Math.floorDiv(offset, period);
        if (column >= 0 && column < values[query].length) {
            values[query][(int) column] = value;
        }
    }

    public MetricRequest request() {
        return request;
    }

    void asked(List<Query> queries) {
        asked.add(new MetricRequest(request.window(), queries));
    }

    /** What CloudWatch was asked for, call by call: all of the request, some of it again. */
    public List<MetricRequest> asked() {
        return List.copyOf(asked);
    }

    int periods() {
        return values.length == 0 ? 0 : values[0].length;
    }

    Duration period() {
        return Duration.ofSeconds(period);
    }

    /** The start of a period, in seconds since 1970. */
    long time(int column) {
        return request.window().from().getEpochSecond() + column * period;
    }

    /** NaN where CloudWatch has no datapoint. */
    double value(int query, int column) {
        return values[query][column];
    }

    /** Takes values out, so that no point is made of them. */
    void hide(int from, int to, int column, IntPredicate places) {
        for (int query = from; query < to; query++) {
            if (places.test(query)) {
                values[query][column] = Double.NaN;
            }
        }
    }

    /** CloudWatch says of the whole answer that it is not to be relied on. */
    void doubt(String message) {
        Arrays.fill(outstanding, message);
    }

    /** Whether CloudWatch has no value for any of these queries. */
    boolean isEmpty(int from, int to) {
        return Arrays.stream(values, from, to)
                .allMatch(row -> Arrays.stream(row).allMatch(Double::isNaN));
    }

    /** Whether CloudWatch has answered these queries in full. */
    boolean isWhole(int from, int to) {
        for (int query = from; query < to; query++) {
            if (outstanding[query] != null) {
                return false;
            }
        }
        return true;
    }

    /** The metrics of these queries that CloudWatch did not answer in full; mostly none. */
    Set<String> outstanding(int from, int to) {
        if (isWhole(from, to)) {
            return Set.of();
        }
        return IntStream.range(from, to)
                .filter(query -> outstanding[query] != null)
                .mapToObj(query -> request.queries().get(query).metric())
                .collect(Collectors.toSet());
    }

    /** The queries that CloudWatch did not answer in full, or not at all, by their places. */
    Set<Integer> outstanding() {
        Set<Integer> places = new TreeSet<>();
        for (int query = 0; query < outstanding.length; query++) {
            if (outstanding[query] != null) {
                places.add(query);
            }
        }
        return places;
    }

    /**
     * @return what is missing, in one line; empty where the answer is whole
     */
    public Optional<String> shortfall() {
        Set<Integer> places = outstanding();
        return places.stream()
                .findFirst()
                .map(
                        first ->
                                "GetMetricData left %s of %s queries incomplete (%s), first %s"
                                        .formatted(
                                                places.size(),
                                                values.length,
                                                outstanding[first],
                                                request.queries().get(first)));
    }
}
