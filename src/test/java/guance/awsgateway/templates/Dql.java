package guance.awsgateway.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One query of DQL with one value.
 *
 * @param filters in the order of the editor
 * @param alias empty for none
 */
record Dql(
        Grain grain,
        String function,
        String field,
        String alias,
        List<Filter> filters,
        List<String> by) {

    /**
     * @param logic how it goes with the one before it
     */
    record Filter(String name, String value, String logic) {

        String text() {
            return "`%s` = '%s'".formatted(name, value);
        }
    }

    /**
     * @param value {@code function(field)}
     * @param chosen whether the variables of the dashboard narrow it
     */
    static Dql of(Grain grain, String value, String alias, List<String> by, boolean chosen) {
        int open = value.indexOf('(');
        return new Dql(
                grain,
                value.substring(0, open),
                value.substring(open + 1, value.length() - 1),
                alias,
                filters(grain, chosen),
                by);
    }

    private static List<Filter> filters(Grain grain, boolean chosen) {
        List<Filter> filters = new ArrayList<>();
        if (chosen) {
            grain.variables()
                    .forEach(code -> filters.add(new Filter(code, "#{" + code + "}", "and")));
        }
        List<String> dimensions = grain.dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            filters.add(new Filter("Dimensions", dimensions.get(i), i == 0 ? "and" : "or"));
        }
        return filters;
    }

    /** As Guance runs it. */
    String text() {
        return "%s::`%s`:(%s(`%s`)%s)%s%s"
                .formatted(
                        grain.namespace(),
                        grain.source(),
                        function,
                        field,
                        alias.isEmpty() ? "" : " AS `" + alias + "`",
                        filters.isEmpty() ? "" : " { " + conditions() + " }",
                        by.isEmpty() ? "" : " BY " + names(by));
    }

    /** What is joined by "or" stands in parentheses, last. */
    private String conditions() {
        List<Filter> last =
                filters.stream().filter(each -> each.name().equals("Dimensions")).toList();
        List<String> all =
                filters.stream()
                        .filter(each -> !last.contains(each))
                        .map(Filter::text)
                        .collect(Collectors.toCollection(ArrayList::new));
        if (last.size() == 1) {
            all.add(last.get(0).text());
        } else if (!last.isEmpty()) {
            all.add(last.stream().map(Filter::text).collect(Collectors.joining(" or ", "(", ")")));
        }
        return String.join(" and ", all);
    }

    private static String names(List<String> by) {
        return by.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
    }
}
