package guance.awsgateway.templates;

import java.util.stream.Collectors;

/** How to import the files, and what each panel and monitor asks: for a reader, in Markdown. */
record Guide(Template template) {

    private static final String HEAD =
            """
            # Dashboard and monitors for Guance

            Written by `mvn -q test-compile exec:java@templates` from `aws_api_gateway.yaml`, this page
            too: edit that file.

            | to import | English | 中文 |
            |---|---|---|
            | Scene > Dashboard > import JSON | [dashboard](dashboard/en/aws_api_gateway/meta.json) | [仪表板](dashboard/zh/aws_api_gateway/meta.json) |
            | Monitors > import | [monitors](monitor/en/aws_api_gateway/meta.json) | [监控器](monitor/zh/aws_api_gateway/meta.json) |

            Nothing in them is of one workspace. The monitors notify nobody until you choose an alert
            policy. They were checked against the vendor's format and against what the collector sends
            (the tests of this folder); they have not been imported into a workspace yet.

            Each query reads one grain of the data (the tag `Dimensions`), so that no request is counted
            twice: REST APIs report by `ApiName`, HTTP and WebSocket APIs by `ApiId`.
            """;

    String text() {
        return HEAD + "\n## Panels\n\n" + panels() + "\n\n## Monitors\n\n" + monitors() + "\n";
    }

    private String panels() {
        StringBuilder rows = new StringBuilder("| group | panel | DQL |\n|---|---|---|");
        Queries queries = new Queries(Language.EN, true);
        for (Template.Group group : template.groups()) {
            for (Template.Chart chart : group.charts()) {
                for (Template.Query query : chart.queries()) {
                    rows.append(row(group.name().en(), chart.name().en(), queries, query));
                }
            }
        }
        return rows.toString();
    }

    private String monitors() {
        StringBuilder rows = new StringBuilder("| monitor | tells | DQL |\n|---|---|---|");
        Queries queries = new Queries(Language.EN, false);
        for (Template.Monitor monitor : template.monitors()) {
            String tells =
                    monitor.at().entrySet().stream()
                            .map(level -> level.getKey() + " " + level.getValue())
                            .collect(Collectors.joining(", "));
            String silence = monitor.noData() == null ? "" : ", no data";
            rows.append(row(monitor.title().en(), tells + silence, queries, monitor.query()));
        }
        return rows.toString();
    }

    private static String row(String first, String second, Queries queries, Template.Query query) {
        String dql = queries.json(query, "A").path("q").textValue();
        return "\n| %s | %s | `` %s `` |".formatted(first, second, dql);
    }
}
