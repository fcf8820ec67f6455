package guance.awsgateway.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * No minute missing, none wrong, none double, whatever goes wrong in 48 hours. Odd seeds have a
 * Guance that appends, even ones a Guance that overwrites. System properties choose:
 *
 * <ul>
 *   <li>{@code simulation.seeds}: {@code 17}, {@code 3,8} or, before a release, {@code 1-1000}
 *   <li>{@code simulation.chaos}: kinds of {@link Chaos}, {@code ALL}, the default (READERS in
 *       every fifth seed), all but some as in {@code ALL,-KILL}, or {@code NONE}
 *   <li>{@code simulation.settings}: {@code key=value;key=value} over those of a seed
 *   <li>{@code simulation.log}: a level, to see what the collector says
 * </ul>
 */
class SimulationTest {

    private static final Map<String, String> AWS =
            Map.of(
                    "aws.accessKeyId", "AKIA" + Company.NUMBER + "KEY1",
                    "aws.secretAccessKey", "NOT-A-REAL-SECRET",
                    "aws.maxAttempts", "1");

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger("ROOT");
    private static final Level BEFORE = ROOT.getLevel();

    /** For each processor: one waits most of its time, for its threads and for the disk. */
    private static final int BESIDE_EACH_OTHER = 4;

    @TempDir static Path folder;

    /** The SDK does not wait between attempts where there is one. */
    @BeforeAll
    static void set() {
        AWS.forEach(System::setProperty);
        ROOT.setLevel(Level.toLevel(System.getProperty("simulation.log", "OFF")));
    }

    @AfterAll
    static void reset() {
        AWS.keySet().forEach(System::clearProperty);
        ROOT.setLevel(BEFORE);
    }

    @TestFactory
    Stream<DynamicTest> everyMinuteArrivesAsItShould() {
        String chaos = System.getProperty("simulation.chaos", "ALL");
        ExecutorService threads =
                Executors.newFixedThreadPool(
                        BESIDE_EACH_OTHER * Runtime.getRuntime().availableProcessors());
        List<DynamicTest> tests =
                Stream.concat(
                                Stream.of(withoutTrouble(threads)),
                                seeds(System.getProperty("simulation.seeds", "1-20"))
                                        .mapToObj(seed -> test(seed, kinds(chaos, seed), threads)))
                        .toList();
        threads.shutdown();
        return tests.stream();
    }

    /** Every minute arrives once. The first run looks back for one interval. */
    private static DynamicTest withoutTrouble(ExecutorService threads) {
        Duration interval = Choices.of(1, new Timeline(Set.of(), List.of()), Map.of()).interval();
        String lookback = interval.toMinutes() + "m";
        return test("without trouble", 1, Set.of(), Map.of("metrics.lookback", lookback), threads);
    }

    private static DynamicTest test(long seed, Set<Chaos> kinds, ExecutorService threads) {
        return test("seed " + seed, seed, kinds, settings(), threads);
    }

    private static DynamicTest test(
            String name,
            long seed,
            Set<Chaos> kinds,
            Map<String, String> settings,
            ExecutorService threads) {
        CompletableFuture<Outcome> outcome =
                CompletableFuture.supplyAsync(() -> simulate(seed, kinds, settings), threads);
        return dynamicTest(name, () -> isRight(name, outcome.join()));
    }

    private static void isRight(String name, Outcome outcome) {
        assertThat(outcome.isRight()).withFailMessage(() -> name + "\n" + outcome).isTrue();
    }

    private static Outcome simulate(long seed, Set<Chaos> kinds, Map<String, String> settings) {
        Timeline timeline = Troubles.timeline(seed, kinds);
        Choices choices = Choices.of(seed, timeline, settings);
        try {
            Path own = Files.createTempDirectory(folder, "seed-" + seed + "-");
            try (Simulation simulation = new Simulation(seed, timeline, choices, own)) {
                return simulation.run();
            }
        } catch (Exception e) {
            throw new CompletionException("seed " + seed + ": " + e + "\n" + timeline, e);
        }
    }

    private static Set<Chaos> kinds(String text, long seed) {
        Set<Chaos> kinds = EnumSet.noneOf(Chaos.class);
        for (String each : text.split(",")) {
            switch (each) {
                case "ALL" -> kinds.addAll(all(seed));
                case "NONE" -> kinds.clear();
                default -> kinds.add(Chaos.valueOf(each.replace("-", "")));
            }
            if (each.startsWith("-")) {
                kinds.remove(Chaos.valueOf(each.substring(1)));
            }
        }
        return kinds;
    }

    /** Every fifth seed has several readers; the others are repeated call by call. */
    private static Set<Chaos> all(long seed) {
        Set<Chaos> all = EnumSet.allOf(Chaos.class);
        all.removeIf(kind -> kind == Chaos.READERS && seed % 5 != 0);
        return all;
    }

    private static LongStream seeds(String text) {
        return Arrays.stream(text.split(","))
                .map(each -> each.split("-"))
                .flatMapToLong(
                        range ->
                                LongStream.rangeClosed(
                                        Long.parseLong(range[0]),
                                        Long.parseLong(range[range.length - 1])));
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        Arrays.stream(System.getProperty("simulation.settings", "").split(";"))
                .filter(each -> !each.isBlank())
                .map(each -> each.split("=", 2))
                .forEach(pair -> settings.put(pair[0], pair[1]));
        return settings;
    }
}
