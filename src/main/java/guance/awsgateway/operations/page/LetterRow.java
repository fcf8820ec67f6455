package guance.awsgateway.operations.page;

import guance.awsgateway.delivery.LetterFolders.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Dead letters of one kind, category, target and reason, as JSON.
 *
 * @param target its id
 * @param oldestPoint in ISO 8601, UTC
 */
record LetterRow(
        String kind,
        String category,
        String target,
        int files,
        int points,
        long bytes,
        String oldestPoint,
        String reason) {

    /** In the order of the letters. */
    static List<LetterRow> of(List<Told> letters) {
        Map<List<String>, LetterRow> rows = new LinkedHashMap<>();
        for (Told letter : letters) {
            LetterRow row = of(letter);
            rows.merge(
                    List.of(row.kind, row.category, row.target, row.reason), row, LetterRow::plus);
        }
        return new ArrayList<>(rows.values());
    }

    private static LetterRow of(Told letter) {
        return new LetterRow(
                letter.kind(),
                letter.facts().category(),
                letter.facts().target(),
                1,
                letter.facts().points(),
                letter.bytes(),
                letter.facts().first(),
                String.valueOf(letter.facts().reason()));
    }

    private LetterRow plus(LetterRow other) {
        return new LetterRow(
                kind,
                category,
                target,
                files + other.files,
                points + other.points,
                bytes + other.bytes,
                oldestPoint.compareTo(other.oldestPoint) <= 0 ? oldestPoint : other.oldestPoint,
                reason);
    }
}
