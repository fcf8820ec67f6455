package guance.awsgateway.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Makes the timeline of a seed. Each kind has its own random numbers, so that leaving one out
 * leaves the others as they are. The first 90 minutes are calm, and so are the last six hours.
 */
final class Troubles {

    static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    static final Instant END = START.plus(Duration.ofHours(48));

    private static final int CALM = 90;
    private static final int LAST = 42 * 60;
    private static final int LONG_OUTAGE = 360;
    private static final String[] DISK = {Disk.STATE, Disk.DEAD_LETTER};

    private final long seed;
    private final Chaos kind;
    private final SplittableRandom random;

    private Troubles(long seed, Chaos kind) {
        this.seed = seed;
        this.kind = kind;
        this.random = random(seed, kind);
    }

    static SplittableRandom random(long seed, Chaos kind) {
        return new SplittableRandom(seed * 1_000_003 + kind.name().hashCode());
    }

    static Timeline timeline(long seed, Set<Chaos> kinds) {
        return new Timeline(
                kinds, kinds.stream().flatMap(kind -> new Troubles(seed, kind).make()).toList());
    }

    private Stream<Trouble> make() {
        return switch (kind) {
            case THROTTLE, INTERNAL, CUT -> spans(3, 30, 240, 0.05, 0.35, "");
            case LOST_ANSWER -> spans(3, 30, 120, 0.1, 0.4, "");
            case DENIED -> spans(1, 120, 360, "eu-west-1", "us-east-1");
            case UNLISTED -> spans(2, 10, 180, "");
            case OUTAGE -> Stream.concat(longOutage(), spans(4, 2, 40, 0.3, 1.5, "503", "cut"));
            case FULL_DISK -> Stream.concat(inLongOutage(), spans(2, 20, 90, DISK));
            case CLOCK -> Stream.concat(jump(1), jump(-1));
            case PAUSED -> spans(2, 15, 90, "");
            case DOWN -> Stream.concat(spans(2, 5, 60, ""), spans(1, 60, 360, ""));
            case RESTART -> spans(3, 1, 1, "");
            case KILL -> spans(6, 1, 1, 0, 12, "kept", "lost");
            case PARTIAL -> Stream.of(partial());
            case SETTINGS -> Stream.concat(settings(), settings());
            case POLLING ->
                    Stream.concat(spans(1, 30, 180, 5, 5, ""), spans(1, 60, 180, 10, 10, ""));
            case USER_STEP -> spans(1, 120, 900, "");
            case FAILING_METRIC, LATE_VALUES, LATE_LISTING, CHANGING_APIS, READERS ->
                    Stream.of(new Trouble(kind, START, END, 1, ""));
        };
    }

    /** Shorter than a point waits, and every second time when the gaps of an outage are filled. */
    private Trouble partial() {
        int minutes = random.nextInt(20, 45);
        int from =
                random.nextBoolean()
                        ? longOutageFrom(random(seed, Chaos.OUTAGE)) + LONG_OUTAGE
                        : random.nextInt(CALM, LAST - minutes);
        return span(from, minutes, 0.005 + random.nextDouble() * 0.03, "");
    }

    private Stream<Trouble> settings() {
        Setting[] some = Setting.values();
        return spans(1, 60, 300, some[random.nextInt(1, some.length)].name());
    }

    private Stream<Trouble> jump(int hours) {
        return spans(1, 20, 180, hours, hours, "");
    }

    private Stream<Trouble> spans(int count, int shortest, int longest, String... details) {
        return spans(count, shortest, longest, 1, 1, details);
    }

    private Stream<Trouble> spans(
            int count, int shortest, int longest, double least, double most, String... details) {
        List<Trouble> spans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int minutes = random.nextInt(shortest, longest + 1);
            int from = random.nextInt(CALM, LAST - minutes);
            double measure = least + random.nextDouble() * (most - least);
            spans.add(span(from, minutes, measure, details[random.nextInt(details.length)]));
        }
        return spans.stream();
    }

    private Stream<Trouble> longOutage() {
        return Stream.of(span(longOutageFrom(random), LONG_OUTAGE, 1, "503"));
    }

    /** While nothing can be sent, nothing can be parked either. */
    private Stream<Trouble> inLongOutage() {
        int from = longOutageFrom(random(seed, Chaos.OUTAGE)) + random.nextInt(LONG_OUTAGE - 90);
        return Stream.of(span(from, random.nextInt(20, 90), 1, Disk.DEAD_LETTER));
    }

    private static int longOutageFrom(SplittableRandom random) {
        return random.nextInt(CALM, LAST - LONG_OUTAGE);
    }

    private Trouble span(int from, int minutes, double measure, String detail) {
        Instant begin = START.plus(Duration.ofMinutes(from));
        return new Trouble(kind, begin, begin.plus(Duration.ofMinutes(minutes)), measure, detail);
    }
}
