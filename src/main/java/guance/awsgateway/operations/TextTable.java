package guance.awsgateway.operations;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows in columns as wide as their widest cell, for a terminal.
 *
 * @param rows the first is the heading; all of one length
 */
public record TextTable(List<List<String>> rows) {

    /** Latin letters and marks as wide as Chinese ones. */
    private static final int FIRST_FULL_WIDTH = 0xFF01;

    private static final int LAST_FULL_WIDTH = 0xFF60;

    /** Lines without a line break at the end. */
    public String text() {
        int[] widths =
                IntStream.range(0, rows.get(0).size())
                        .map(
                                column ->
                                        rows.stream()
                                                .mapToInt(r -> width(r.get(column)))
                                                .max()
                                                .orElse(0))
                        .toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - width(cell) + 2));
        }
        return line.toString().stripTrailing();
    }

    /** Chinese, Japanese and Korean characters take two cells of a terminal. */
    private static int width(String cell) {
        return cell.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> character >= FIRST_FULL_WIDTH && character <= LAST_FULL_WIDTH;
        };
    }
}
