package guance.awsgateway.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.disk.WholeFile;
import guance.awsgateway.point.Point;
import guance.awsgateway.settings.DeadLetterSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps on disk what Guance will not take now, readable by a person: a first line of JSON facts,
 * then a point a line, shaped as in the wire contract.
 */
public final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Path parked;
    private final Clock clock;

    public DeadLetters(DeadLetterSettings settings, Clock clock) {
        this.parked = settings.directory().resolve("parked");
        this.clock = clock;
    }

    /**
     * Writes a batch to {@code parked/}, whole or not at all.
     *
     * @throws UncheckedIOException where the disk refuses
     */
    public Delivery park(List<Point> batch, String category, String target, Throwable failure) {
        String reason = GuanceAdvice.sentence(failure);
        Instant now = clock.instant();
        Path file = parked.resolve(name(now, category, target));
        try {
            WholeFile.write(file, lines(Facts.of(batch, category, target, now, reason), batch));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot park in %s: %s, after: %s".formatted(parked, e, reason), e);
        }
        LOG.warn(
                "{} {}: {} points are parked in {}: {}",
                category,
                target,
                batch.size(),
                file,
                reason);
        return Delivery.parked(batch.size(), reason);
    }

    /** Sorts by time; unique across processes on one folder. */
    private static String name(Instant now, String category, String target) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return "%s-%s-%s-%s.jsonl".formatted(STAMP.format(now), category, target, unique);
    }

    private static String lines(Facts facts, List<Point> batch) throws JsonProcessingException {
        StringBuilder lines = new StringBuilder(JSON.writeValueAsString(facts)).append('\n');
        for (Point point : batch) {
            lines.append(JSON.writeValueAsString(point)).append('\n');
        }
        return lines.toString();
    }

    /** The first line of a dead letter; times in ISO-8601 UTC. */
    private record Facts(
            String category,
            String target,
            int points,
            String first,
            String last,
            String parked,
            String reason) {

        static Facts of(
                List<Point> batch, String category, String target, Instant now, String reason) {
            return new Facts(
                    category,
                    target,
                    batch.size(),
                    time(batch.stream().mapToLong(Point::time).min().orElse(0)),
                    time(batch.stream().mapToLong(Point::time).max().orElse(0)),
                    now.truncatedTo(ChronoUnit.MILLIS).toString(),
                    reason);
        }

        private static String time(long nanos) {
            return Instant.ofEpochSecond(0, nanos).truncatedTo(ChronoUnit.MILLIS).toString();
        }
    }
}
