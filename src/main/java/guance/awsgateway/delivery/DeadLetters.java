package guance.awsgateway.delivery;

import guance.awsgateway.point.Point;
import guance.awsgateway.settings.DeadLetterSettings;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parks what Guance will not take now, in files that a person can read, up to a quota of bytes. */
public final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final LetterFolder parked;
    private final long quota;
    private final Clock clock;
    private final AtomicLong underway = new AtomicLong();

    /** The bytes of the last batch that was refused; 0 where parking works. */
    private volatile long refused;

    /** Why it was, while there was one. */
    private volatile String why = "";

    DeadLetters(LetterFolder parked, DeadLetterSettings settings, Clock clock) {
        this.parked = parked;
        this.quota = settings.quota();
        this.clock = clock;
    }

    /**
     * Writes a batch to {@code parked/}, whole or not at all.
     *
     * @param redeliveries how often it was sent again; null for never
     * @throws UncheckedIOException where the disk or the quota refuses
     */
    public Delivery park(
            List<Point> batch,
            String category,
            String target,
            Throwable failure,
            Integer redeliveries) {
        String reason = GuanceAdvice.sentence(failure);
        boolean untried = Verdict.isUntried(failure);
        int attempts = (redeliveries == null ? 0 : redeliveries) + (untried ? 0 : 1);
        Path file = keep(batch, category, target, attempts, reason);
        // Why batches are not even tried was said when the circuit opened.
        LOG.atLevel(untried ? org.slf4j.event.Level.DEBUG : org.slf4j.event.Level.WARN)
                .addMarker(Code.BATCH_PARKED.marker())
                .log(
                        "{} {}: {} points are parked in {}: {}",
                        category,
                        target,
                        batch.size(),
                        file,
                        reason);
        return Delivery.parked(batch.size(), reason);
    }

    /**
     * @throws UncheckedIOException where the disk or the quota refuses
     */
    Path keep(List<Point> batch, String category, String target, int attempts, String reason) {
        Instant now = clock.instant();
        Path file = parked.next(now, category, target);
        Facts facts = Facts.of(batch, category, target, now, attempts, reason);
        try {
            write(file, new DeadLetter(file, facts, batch).text());
            refused = 0;
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot park in %s: %s, after: %s".formatted(parked, said(e), reason), e);
        }
    }

    private void write(Path file, String text) throws IOException {
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        try {
            if (parked.bytes() + underway.addAndGet(size) > quota) {
                throw new ParkingRefusedException(
                        "dead-letter.quota = %s KiB is used up".formatted(quota >> 10));
            }
            parked.write(file, text);
        } catch (IOException e) {
            why = said(e);
            refused = size;
            throw e;
        } finally {
            underway.addAndGet(-size);
        }
    }

    private static String said(IOException failure) {
        return failure instanceof ParkingRefusedException
                ? failure.getMessage()
                : failure.toString();
    }

    /** What becomes of a parked batch that failed again: its file stays. */
    public Delivery leave(List<Point> batch, Throwable failure) {
        return Delivery.failed(batch, GuanceAdvice.sentence(failure));
    }

    /** Whether the last batch that was to be parked was refused, and no room was made since. */
    boolean isRefused() {
        return refused > 0;
    }

    /** How full the disk is with them. */
    Parking parking() {
        Optional<String> refusal = isRefused() ? Optional.of(why) : Optional.empty();
        return new Parking(parked.files().size(), parked.bytes(), quota, refusal);
    }

    /** Others may have made room for what was refused. */
    void lookForRoom() {
        if (parked.bytes() + refused <= quota && parked.hasRoom(refused)) {
            refused = 0;
        }
    }

    /** A parked batch was sent or dropped. */
    void roomMade() {
        refused = 0;
    }
}
