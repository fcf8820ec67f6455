package guance.awsgateway.operations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What came of running every job once, for a person. */
public record Summary(List<RunRecord> runs) {

    /** Whether all went well: nothing failed, parked, rejected or given up. */
    public boolean isClean() {
        return runs.stream().allMatch(RunRecord::isClean);
    }

    /** A row a run, the error of a run in the row below it. */
    public String table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of("target", "job", "found", "points", "parked", "rejected", "ms", "outcome"));
        List<RunRecord> sorted =
                runs.stream()
                        .sorted(
                                Comparator.comparing(RunRecord::target)
                                        .thenComparing(RunRecord::job))
                        .toList();
        sorted.forEach(run -> rows.add(row(run)));
        return new TextTable(rows).text() + errors(sorted);
    }

    private static List<String> row(RunRecord run) {
        return List.of(
                run.target(),
                run.job().toString(),
                run.found() + (run.job() == Job.OBJECTS ? " APIs" : " series"),
                String.valueOf(run.accepted()),
                String.valueOf(run.parked()),
                String.valueOf(run.rejected()),
                String.valueOf(run.duration().toMillis()),
                run.outcome());
    }

    private static String errors(List<RunRecord> runs) {
        StringBuilder errors = new StringBuilder();
        for (RunRecord run : runs) {
            if (run.error() != null) {
                errors.append('\n')
                        .append(run.job())
                        .append(' ')
                        .append(run.target())
                        .append(": ")
                        .append(run.error());
            }
        }
        return errors.toString();
    }
}
