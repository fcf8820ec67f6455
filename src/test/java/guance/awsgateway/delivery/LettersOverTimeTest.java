package guance.awsgateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import guance.awsgateway.LogLines;
import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.point.Point;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of dead letters as time goes by. */
class LettersOverTimeTest {

    @TempDir Path directory;
    private final TestClock clock = new TestClock("2026-11-24T08:00:00Z");
    private ParkedLetters letters;

    @BeforeEach
    void open() {
        letters = new ParkedLetters(directory, clock, "dead-letter.max-age=1d");
    }

    @AfterEach
    void close() throws Exception {
        letters.close();
    }

    private void restart(String... settings) throws Exception {
        letters.close();
        letters = new ParkedLetters(directory, clock, settings);
    }

    private void park(String category, Point... points) {
        letters.park(category, points);
    }

    private List<Point> replay() {
        return letters.replay();
    }

    private Point point(String name, Duration ago) {
        return letters.point(name, ago);
    }

    @Test
    void whatIsTooOldIsGivenUpWithItsTargetAndInterval() {
        park("custom_object", point("old", Duration.ZERO));
        clock.advance(Duration.ofHours(25));
        Point young = point("young", Duration.ZERO);
        park("custom_object", young);

        List<Point> sent;
        List<String> log;
        try (LogLines lines = new LogLines(Expiry.class)) {
            sent = replay();
            log = lines.all();
        }

        assertThat(sent).containsExactly(young);
        assertThat(letters.beans().replay().expired()).isEqualTo(1);
        assertThat(log)
                .containsExactly(
                        "WARN custom_object shop-eu-west-1: 1 points from 2026-11-24T08:00:00Z to"
                                + " 2026-11-24T08:00:00Z are given up: older than"
                                + " dead-letter.max-age");
    }

    @Test
    void metricsThatADatakitWouldFalsifyAreHeldForADataway() throws Exception {
        Point young = point("a", Duration.ofMinutes(109));
        Point old = point("a", Duration.ofMinutes(111));
        park("metric", old, young);
        park("metric", old);
        park("custom_object", old);

        List<Point> toDatakit = replay();
        List<Point> again = replay();
        restart("guance.receiver=dataway", "guance.token=tkn_0123456789abcdef0123456789abcdef");
        List<Point> toDataway = replay();

        assertThat(toDatakit).containsExactly(young, old);
        assertThat(again).isEmpty();
        assertThat(toDataway).containsExactly(old, old);
    }

    @Test
    void ofObjectsOnlyTheNewestStateWaits() {
        park("custom_object", point("a", Duration.ZERO), point("gone", Duration.ZERO));
        park("metric", point("a", Duration.ZERO));
        clock.advance(Duration.ofMinutes(15));
        Point later = point("a", Duration.ZERO);
        Superseding superseding = (Superseding) letters.beans().all().get("superseding");

        superseding.by(List.of(later), "custom_object", ParkedLetters.TARGET, null);

        assertThat(superseding.count()).isEqualTo(1);
        assertThat(replay())
                .extracting(each -> each.tags().get("name"))
                .containsExactly("gone", "a");
    }

    @Test
    void theOrderIsThatOfParkingAlsoWhereTheClockJumpsBack() {
        Point first = point("first", Duration.ZERO);
        Point second = point("second", Duration.ZERO);
        park("metric", first);
        clock.advance(Duration.ofHours(-1));
        park("metric", second);

        assertThat(replay()).containsExactly(first, second);
    }

    @Test
    void whatAnotherProcessSendsIsLeftToIt() throws Exception {
        park("metric", point("a", Duration.ZERO));
        Point object = point("a", Duration.ZERO);
        park("custom_object", object);

        try (Claims others = new Claims(directory.resolve("parked"))) {
            Optional<FileLock> claim = others.claim("metric-" + ParkedLetters.TARGET);

            assertThat(claim).isPresent();
            assertThat(replay()).containsExactly(object);
        }
    }

    @Test
    void aBatchBeyondTheQuotaIsRefusedAndParksWhenRoomIsMade() throws Exception {
        restart("dead-letter.quota=1MiB");
        Point large =
                new Point("m", Map.of(), Map.of("message", "x".repeat(600_000)), 1_000_000_000L);
        park("custom_object", large);

        assertThat(catchThrowable(() -> park("metric", large)))
                .hasMessage(
                        "cannot park in %s: dead-letter.quota = 1024 KiB is used up, after: Guance"
                                + " cannot be reached; check guance.url and the network",
                        directory.resolve("parked"));
        replay();
        park("metric", large);

        assertThat(letters.beans().replay().waiting()).isEqualTo(1);
    }

    @Test
    void rejectedPointsHaveATenthOfTheQuotaAndTheOldestGo() throws Exception {
        restart("dead-letter.quota=1MiB");
        Rejects rejects = (Rejects) letters.beans().all().get("rejects");
        for (int i = 0; i < 5; i++) {
            Point large =
                    new Point("m" + i, Map.of(), Map.of("message", "x".repeat(40_000)), 1_000L);
            rejects.reject(List.of(large), "metric", ParkedLetters.TARGET, Verdict.of(400, ""));
        }

        assertThat(
                        LetterFolders.of(
                                        TestSettings.of("dead-letter.directory=" + directory)
                                                .deadLetter())
                                .told())
                .hasSize(2)
                .allMatch(told -> told.kind().equals("rejected"));
    }
}
