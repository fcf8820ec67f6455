package guance.awsgateway.standin;

import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One page of GetMetricData; the last Id on it may be cut and go on with the next. */
final class MetricDataPage {
    private final List<Result> results = new ArrayList<>();
    private final boolean message;
    private int room;
    private boolean cut;
    private String nextToken;

    /**
     * @param time epoch seconds
     */
    record Value(long time, double value) {}

    record Result(String id, String label, List<Value> values, String status) {}

    /**
     * @param limit datapoints that fit
     * @param message whether it says that it is not whole
     */
    MetricDataPage(int limit, boolean message) {
        this.message = message;
        this.room = limit;
    }

    /**
     * @param whole its status, unless it is cut
     * @param skip values that stood on earlier pages
     * @return how many fitted; then {@link #isCut()} says whether it goes on
     */
    int add(MetricQuery query, String whole, List<Value> values, int skip) {
        List<Value> rest = values.subList(skip, values.size());
        int taken = Math.min(room, rest.size());
        room -= taken;
        cut = taken < rest.size();
        if (taken > 0 || !cut) {
            String status = cut ? "PartialData" : whole;
            results.add(new Result(query.id(), query.label(), rest.subList(0, taken), status));
        }
        return taken;
    }

    boolean isCut() {
        return cut;
    }

    MetricDataPage next(String token) {
        nextToken = token;
        return this;
    }

    /** Null on the last page. */
    String nextToken() {
        return nextToken;
    }

    List<Result> results() {
        return results;
    }

    byte[] bytes() {
        return Cbor.bytes(
                out -> {
                    out.writeStartObject();
                    out.writeArrayFieldStart("MetricDataResults");
                    for (Result result : results) {
                        write(out, result);
                    }
                    out.writeEndArray();
                    if (nextToken != null) {
                        out.writeStringField("NextToken", nextToken);
                    }
                    out.writeArrayFieldStart("Messages");
                    if (message) {
                        writeMessage(out);
                    }
                    out.writeEndArray();
                    out.writeEndObject();
                });
    }

    /** Source of the words: GetMetricData API reference, Messages. */
    private static void writeMessage(CBORGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("Code", "MaxMetricsExceeded");
        out.writeStringField("Value", "Maximum number of allowed metrics exceeded");
        out.writeEndObject();
    }

    private static void write(CBORGenerator out, Result result) throws IOException {
        out.writeStartObject();
        out.writeStringField("Id", result.id());
        out.writeStringField("Label", result.label());
        out.writeArrayFieldStart("Timestamps");
        for (Value value : result.values()) {
            Cbor.time(out, value.time());
        }
        out.writeEndArray();
        out.writeArrayFieldStart("Values");
        for (Value value : result.values()) {
            out.writeNumber(value.value());
        }
        out.writeEndArray();
        out.writeStringField("StatusCode", result.status());
        out.writeEndObject();
    }
}
