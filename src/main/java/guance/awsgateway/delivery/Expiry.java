package guance.awsgateway.delivery;

import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes dead letters that are older than {@code dead-letter.max-age}. */
final class Expiry {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    private final Duration maxAge;
    private final Clock clock;

    Expiry(Duration maxAge, Clock clock) {
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /**
     * @return how many points were given up
     */
    int expire(LetterFolder folder) {
        Instant oldest = clock.instant().minus(maxAge);
        int points = 0;
        for (Path file : folder.files()) {
            if (!LetterFolder.stamp(file).isBefore(oldest)) {
                break;
            }
            points += drop(folder, file);
        }
        return points;
    }

    private int drop(LetterFolder folder, Path file) {
        try {
            Facts facts = DeadLetter.facts(file);
            folder.delete(file);
            LOG.warn(
                    Code.LETTERS_EXPIRED.marker(),
                    "{}: {} points from {} to {} are given up: older than dead-letter.max-age",
                    facts.label(),
                    facts.points(),
                    facts.first(),
                    facts.last());
            return facts.points();
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    Code.LETTER_STUCK.marker(),
                    "{} is older than dead-letter.max-age, but stays: {}",
                    file,
                    e.toString());
            return 0;
        }
    }
}
