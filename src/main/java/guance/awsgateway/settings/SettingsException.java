package guance.awsgateway.settings;

import java.util.List;

/** Says everything that is wrong with the settings; its message is a report for people, whole. */
public final class SettingsException extends RuntimeException {
    private final transient List<String> problems;

    /**
     * @param problems one line each, in the order of the shipped file, without secrets
     */
    SettingsException(List<String> problems) {
        super(report(problems));
        this.problems = List.copyOf(problems);
    }

    /** The lines of the report, without its heading and without indent. */
    public List<String> problems() {
        return problems;
    }

    private static String report(List<String> problems) {
        String count =
                problems.size() == 1
                        ? "1 setting is wrong"
                        : problems.size() + " settings are wrong";
        return "guance-aws-gateway did not start: "
                + count
                + ". Nothing was called.\n  "
                + String.join("\n  ", problems);
    }
}
