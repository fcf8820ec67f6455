package guance.awsgateway.operations;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sums over the runs of one target and job that have ended since the start of the process.
 *
 * @param failedRuns with a failure
 * @param accepted points that Guance took, and so on: as in {@link RunRecord}
 * @param calls by operation
 */
public record Totals(
        long runs,
        long failedRuns,
        long accepted,
        long parked,
        long rejected,
        long givenUp,
        long late,
        long probeMissed,
        long throttles,
        long billed,
        SortedMap<String, Long> calls) {

    static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>());

    public Totals {
        calls = Collections.unmodifiableSortedMap(new TreeMap<>(calls));
    }

    Totals plus(RunRecord run) {
        SortedMap<String, Long> sum = new TreeMap<>(calls);
        run.calls().forEach((operation, times) -> sum.merge(operation, (long) times, Long::sum));
        return new Totals(
                runs + 1,
                failedRuns + (run.failures() > 0 ? 1 : 0),
                accepted + run.accepted(),
                parked + run.parked(),
                rejected + run.rejected(),
                givenUp + run.givenUp(),
                late + run.late(),
                probeMissed + run.probeMissed(),
                throttles + run.throttles(),
                billed + run.billed(),
                sum);
    }

    /** Such as {@code GetApis=2, GetMetricData=7}. */
    String callsText() {
        return calls.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(", "));
    }
}
