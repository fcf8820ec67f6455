package guance.awsgateway.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.point.Point;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A file of points that Guance did not take: a line of facts, then a point a line, as JSON.
 *
 * @param points what may be sent now
 * @param held what may not, as the receiver would falsify it
 */
public record DeadLetter(Path file, Facts facts, List<Point> points, List<Point> held) {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public DeadLetter {
        points = List.copyOf(points);
        held = List.copyOf(held);
    }

    DeadLetter(Path file, Facts facts, List<Point> points) {
        this(file, facts, points, List.of());
    }

    /** It with its points before a time held. */
    DeadLetter holding(Instant before) {
        long nanos = TimeUnit.SECONDS.toNanos(before.getEpochSecond());
        Map<Boolean, List<Point>> old =
                points.stream().collect(Collectors.partitioningBy(each -> each.time() < nanos));
        return new DeadLetter(file, facts, old.get(false), old.get(true));
    }

    /** The category of Guance that its points are of. */
    public String category() {
        return facts.category();
    }

    /** The target's id that its points are of. */
    public String target() {
        return facts.target();
    }

    /**
     * @throws IOException where the file cannot be read, or is none of ours
     */
    static DeadLetter read(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            Facts facts = JSON.readValue(String.valueOf(lines.readLine()), Facts.class);
            List<Point> points = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                points.add(JSON.readValue(line, Point.class));
            }
            if (facts == null
                    || facts.category() == null
                    || facts.target() == null
                    || facts.points() != points.size()) {
                throw new IOException("it does not hold the points that its first line says");
            }
            return new DeadLetter(file, facts, points);
        }
    }

    /** Reads the first line alone. */
    static Facts facts(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return JSON.readValue(String.valueOf(lines.readLine()), Facts.class);
        }
    }

    /** The bytes it has on disk; to be asked of one without held points. */
    String text() {
        try {
            StringBuilder lines = new StringBuilder(JSON.writeValueAsString(facts)).append('\n');
            for (Point point : points) {
                lines.append(JSON.writeValueAsString(point)).append('\n');
            }
            return lines.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a point has no JSON form: " + e.getMessage(), e);
        }
    }
}
