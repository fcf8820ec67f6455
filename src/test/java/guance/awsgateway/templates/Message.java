package guance.awsgateway.templates;

import guance.awsgateway.templates.Template.Monitor;
import java.util.stream.Collectors;

/** What a monitor tells. */
record Message(Monitor monitor, Language language) {

    private static final Text ENDED = new Text("Back to normal.", "已恢复正常。");
    private static final Text SILENT = new Text("No data.", "没有数据。");

    String text() {
        return """
                {%% if df_status != 'ok' %%}
                - %s
                %s

                %s
                {%% else %%}
                - %s
                %s
                {%% endif %%}"""
                .formatted(
                        monitor.result().in(language),
                        place(),
                        monitor.advice().in(language),
                        ENDED.in(language),
                        place());
    }

    String silence() {
        return "- %s%n%s%n%n%s"
                .formatted(SILENT.in(language), place(), monitor.advice().in(language))
                .replace(System.lineSeparator(), "\n");
    }

    private String place() {
        return monitor.query().by().stream()
                .map(key -> "- %s: {{ %s }}".formatted(key, key))
                .collect(Collectors.joining("\n"));
    }
}
