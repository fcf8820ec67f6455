package guance.awsgateway.operations.check;

import guance.awsgateway.operations.TextTable;
import guance.awsgateway.settings.GuanceSettings;
import guance.awsgateway.settings.Redaction;
import guance.awsgateway.settings.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was tried, in the order to read it in; no cell holds a secret. */
public record Findings(List<Finding> all) {

    private static final List<String> HEADING = List.of("of", "call", "result", "says");

    /** Takes out the token of the settings, and whatever looks like one. */
    static Findings of(List<Finding> all, GuanceSettings guance) {
        Redaction redaction =
                new Redaction(guance.token().map(Secret::value).map(List::of).orElse(List.of()));
        return new Findings(all.stream().map(each -> clean(each, redaction)).toList());
    }

    private static Finding clean(Finding finding, Redaction redaction) {
        return new Finding(
                redaction.of(finding.subject()),
                finding.call(),
                finding.result(),
                redaction.of(finding.words().replaceAll("\\s+", " ").strip()));
    }

    /** Whether nothing failed. */
    public boolean isWell() {
        return failed() == 0;
    }

    private long failed() {
        return number(Finding.Result.FAILED);
    }

    private long number(Finding.Result result) {
        return all.stream().filter(each -> each.result() == result).count();
    }

    /** A table and a last line that says what is to be done. */
    public String text() {
        return new TextTable(rows()).text() + "\n" + lastLine();
    }

    /** The same in Markdown. */
    String markdown() {
        String rule = "|" + "---|".repeat(HEADING.size());
        List<String> lines = new ArrayList<>(rows().stream().map(Findings::cells).toList());
        lines.add(1, rule);
        return String.join("\n", lines) + "\n\n" + lastLine() + "\n";
    }

    private static String cells(List<String> row) {
        return row.stream()
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private List<List<String>> rows() {
        return Stream.concat(
                        Stream.of(HEADING),
                        all.stream()
                                .map(
                                        each ->
                                                List.of(
                                                        each.subject(),
                                                        each.call(),
                                                        each.result().toString(),
                                                        each.words())))
                .toList();
    }

    private String lastLine() {
        if (!isWell()) {
            return "%s of %s failed: do what stands beside them, and ask again."
                    .formatted(failed(), all.size());
        }
        long notes = number(Finding.Result.NOTE);
        return notes == 0 ? "All is well." : "All is well; read the notes (" + notes + ").";
    }
}
