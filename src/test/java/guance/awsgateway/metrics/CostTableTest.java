package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostTableTest {

    /** How small gzip makes something depends on the zlib of the machine. */
    private static final String GZIP = "^((?:[^|]*\\|){6})[^|]*";

    private final List<String> readme;

    CostTableTest() throws IOException {
        readme =
                Files.readAllLines(Path.of("README.md")).stream()
                        .map(CostTableTest::withoutGzip)
                        .toList();
    }

    /** Not every row: that of 10,000 APIs with ALL takes 600,000 points. */
    @ParameterizedTest(name = "{0} APIs, grains {1}")
    @CsvSource({"10, 0", "10, 1", "10, 2", "100, 1", "1000, 0"})
    void theTableOfTheReadmeIsWhatTheProgramPrints(int apis, int grains) {
        String row = CostTable.row(apis, CostTable.GRAINS.get(grains));

        assertThat(readme).containsOnlyOnce(withoutGzip(row));
    }

    private static String withoutGzip(String line) {
        return line.replaceFirst(GZIP, "$1");
    }
}
