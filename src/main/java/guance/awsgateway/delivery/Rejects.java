package guance.awsgateway.delivery;

import guance.awsgateway.point.Point;
import guance.awsgateway.settings.DeadLetterSettings;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the points that Guance refuses for themselves in {@code rejected/}, each with the reason.
 *
 * <p>A receiver that refuses one point after the other, and takes none, is the one that is wrong:
 * then the points are parked instead.
 */
public final class Rejects {

    private static final Logger LOG = LoggerFactory.getLogger(Rejects.class);
    private static final int IN_A_ROW = 20;

    private final LetterFolder rejected;
    private final DeadLetters parked;
    private final long quota;
    private final Clock clock;
    private final List<DeadLetter> row = new ArrayList<>();
    private Instant warned = Instant.MIN;

    Rejects(LetterFolder rejected, DeadLetters parked, DeadLetterSettings settings, Clock clock) {
        this.rejected = rejected;
        this.parked = parked;
        this.quota = settings.quota() / 10;
        this.clock = clock;
    }

    /**
     * Writes a bad point to {@code rejected/}.
     *
     * @throws UncheckedIOException where the disk refuses
     */
    public Delivery reject(List<Point> point, String category, String target, Verdict verdict) {
        Instant now = clock.instant();
        Path file = rejected.next(now, category, target);
        Facts facts = Facts.of(point, category, target, now, 1, verdict.reason());
        DeadLetter letter = new DeadLetter(file, facts, point);
        try {
            rejected.write(file, letter.text());
            makeRoom();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot keep a rejected point in %s: %s".formatted(rejected, e), e);
        }
        LOG.warn(
                Code.POINT_REJECTED.marker(),
                "{}: a point is rejected, see {}: {}",
                facts.label(),
                file,
                verdict.reason());
        remember(letter);
        return Delivery.rejected(point.size(), verdict.reason());
    }

    private synchronized void remember(DeadLetter letter) {
        row.add(letter);
        if (row.size() > IN_A_ROW) {
            row.remove(0);
        }
    }

    /** A batch was accepted. */
    synchronized void accepted() {
        row.clear();
    }

    /** Whether Guance has rejected so many points in a row that it refuses all. */
    synchronized boolean isAll() {
        return row.size() >= IN_A_ROW;
    }

    /** Parks what was rejected since a batch was accepted. What cannot be parked stays here. */
    synchronized void restore() {
        Map<String, List<DeadLetter>> streams = new LinkedHashMap<>();
        row.forEach(
                each ->
                        streams.computeIfAbsent(each.facts().label(), key -> new ArrayList<>())
                                .add(each));
        row.clear();
        LOG.error(
                Code.ALL_REJECTED.marker(),
                "Guance refused {} points in a row and took none: they are parked",
                IN_A_ROW);
        streams.values().forEach(this::restore);
    }

    private void restore(List<DeadLetter> letters) {
        Facts facts = letters.get(0).facts();
        List<Point> points = letters.stream().flatMap(each -> each.points().stream()).toList();
        try {
            parked.keep(points, facts.category(), facts.target(), 1, facts.reason());
            for (DeadLetter each : letters) {
                rejected.delete(each.file());
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.error(
                    Code.DISK_REFUSES.marker(),
                    "{}: they stay in {}: {}",
                    facts.label(),
                    rejected,
                    e.getMessage());
        }
    }

    private void makeRoom() throws IOException {
        int dropped = 0;
        for (Path oldest : rejected.files()) {
            if (rejected.bytes() <= quota) {
                break;
            }
            rejected.delete(oldest);
            dropped++;
        }
        if (dropped > 0) {
            tellDropped(dropped);
        }
    }

    private synchronized void tellDropped(int dropped) {
        Instant now = clock.instant();
        if (warned.isBefore(now.minusSeconds(300))) {
            warned = now;
            LOG.warn(
                    Code.REJECTS_DROPPED.marker(),
                    "the oldest {} rejected points are dropped, as {} has a tenth of"
                            + " dead-letter.quota",
                    dropped,
                    rejected);
        }
    }
}
