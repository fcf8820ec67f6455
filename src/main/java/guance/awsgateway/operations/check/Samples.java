package guance.awsgateway.operations.check;

import java.util.List;
import java.util.Map;

/**
 * What Guance holds of a series that was written at one time with the values 1 and 2.
 *
 * @param values as rows
 * @param count by Guance's own function, as charts and monitors would count
 */
record Samples(List<Double> values, long count) {

    static final double FIRST = 1;
    static final double SECOND = 2;

    /** What a receiver makes of a second value for the same series and time. */
    enum Keeping {
        OVERWRITES,
        APPENDS
    }

    /**
     * @param rows of the query for the column {@code value}
     * @param counted of the query for its number, {@code n}
     */
    static Samples of(List<Map<String, Object>> rows, List<Map<String, Object>> counted) {
        return new Samples(
                rows.stream()
                        .filter(row -> row.get("value") instanceof Number)
                        .map(row -> ((Number) row.get("value")).doubleValue())
                        .toList(),
                counted.stream()
                        .filter(row -> row.get("n") instanceof Number)
                        .mapToLong(row -> ((Number) row.get("n")).longValue())
                        .sum());
    }

    boolean hasAny() {
        return !values.isEmpty();
    }

    boolean hasSecond() {
        return values.contains(SECOND) || keeping() == Keeping.APPENDS;
    }

    /** Rows or counts: either shows that both are there. */
    Keeping keeping() {
        return values.size() > 1 || count > 1 ? Keeping.APPENDS : Keeping.OVERWRITES;
    }
}
