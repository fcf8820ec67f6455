package guance.awsgateway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shipped {@code application.properties} is the users' reference. */
class ShippedFileTest {
    private static final Path FILE = Path.of("application.properties");
    private static final Set<Key> REQUIRED =
            EnumSet.of(Key.ACCOUNT_NAME, Key.ACCOUNT_REGIONS, Key.GUANCE_URL, Key.GUANCE_TOKEN);

    /**
     * @param comment the sentences above, in one line
     */
    private record Entry(Key key, String value, boolean open, String comment) {}

    private final List<Entry> entries = entries();

    ShippedFileTest() throws IOException {}

    @Test
    void everySettingStandsInItInTheOrderOfTheKeys() {
        assertThat(entries.stream().map(Entry::key)).containsExactly(Key.values());
    }

    @Test
    void everyDefaultIsTheOneThatHolds() {
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.value()).isEqualTo(entry.key().fallback()));
    }

    @Test
    void onlyRequiredKeysAreOpen() {
        assertThat(entries.stream().filter(Entry::open).map(Entry::key))
                .containsExactlyElementsOf(REQUIRED);
    }

    @Test
    void everySettingHasASentenceAboveIt() {
        assertThat(entries).allSatisfy(entry -> assertThat(entry.comment()).matches("[A-Z].*[.)]"));
    }

    @Test
    void untouchedItSaysWhatIsRequired() {
        assertThat(Reading.problems(FILE).stream().map(problem -> problem.split(" ")[0]))
                .containsExactly("collector.accounts[0].name", "guance.url", "guance.token");
    }

    @Test
    void itIsNarrowEnoughForATerminal() throws IOException {
        assertThat(Files.readAllLines(FILE)).allMatch(line -> line.length() <= 80);
    }

    private static List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        StringBuilder comment = new StringBuilder();
        for (String line : Files.readAllLines(FILE)) {
            if (line.isEmpty()) {
                comment.setLength(0);
            } else if (line.startsWith("# ")) {
                comment.append(comment.isEmpty() ? "" : " ").append(line.substring(2));
            } else if (line.matches("#?[a-z].*=.*")) {
                entries.add(entry(line, comment.toString()));
            }
        }
        return entries;
    }

    private static Entry entry(String line, String comment) {
        boolean open = !line.startsWith("#");
        String[] pair = line.substring(open ? 0 : 1).split("=", 2);
        Key key =
                Arrays.stream(Key.values())
                        .filter(known -> known.text().replace("[N]", "[0]").equals(pair[0]))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no such setting: " + pair[0]));
        return new Entry(key, pair[1], open, comment);
    }
}
