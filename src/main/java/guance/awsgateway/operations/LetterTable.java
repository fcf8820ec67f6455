package guance.awsgateway.operations;

import guance.awsgateway.delivery.LetterFolders.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The dead letters for a person: a row for those of one category, target and reason. */
public record LetterTable(List<Told> letters) {

    /** With a row of headings, alone where there is none. */
    public String text() {
        Map<List<String>, List<Told>> groups = new LinkedHashMap<>();
        for (Told each : letters) {
            List<String> key =
                    List.of(
                            each.kind(),
                            each.facts().category(),
                            each.facts().target(),
                            each.facts().reason());
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(each);
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "kind",
                        "category",
                        "target",
                        "files",
                        "points",
                        "bytes",
                        "oldest",
                        "reason"));
        groups.forEach((key, group) -> rows.add(row(key, group)));
        return new TextTable(rows).text();
    }

    private static List<String> row(List<String> key, List<Told> group) {
        return List.of(
                key.get(0),
                key.get(1),
                key.get(2),
                String.valueOf(group.size()),
                String.valueOf(group.stream().mapToInt(each -> each.facts().points()).sum()),
                String.valueOf(group.stream().mapToLong(Told::bytes).sum()),
                group.stream().map(each -> each.facts().first()).min(String::compareTo).orElse(""),
                key.get(3));
    }
}
