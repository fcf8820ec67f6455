package guance.awsgateway.simulation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.point.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The directories of a collector, one folder a life. */
final class Disk {

    static final String STATE = "state";
    static final String DEAD_LETTER = "dead-letter";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;
    private int life;

    Disk(Path root) {
        this.root = root;
    }

    Path folder() {
        return root.resolve("life-" + life);
    }

    Path directory(String name) {
        return folder().resolve(name);
    }

    /**
     * Takes what is there at this moment into the folder of the next life. State goes first: of
     * what happens meanwhile, a point may be parked that the state does not know of, but not the
     * other way round.
     */
    void keep() {
        Path next = root.resolve("life-" + (life + 1));
        copy(real(STATE), next.resolve(STATE));
        copy(real(DEAD_LETTER), next.resolve(DEAD_LETTER));
    }

    /** The directories that were kept are the ones from now on. */
    void nextLife() {
        life++;
    }

    private static void copy(Path from, Path to) {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                copyOne(file, to.resolve(from.relativize(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyOne(Path from, Path to) throws IOException {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
            }
        } catch (NoSuchFileException e) {
            // A temporary file, which was gone before it could be copied.
        }
    }

    /**
     * A file takes the directory's place, so that nothing can be written, whoever tries. What was
     * opened before can be written on.
     */
    void fill(String name) throws IOException {
        if (!isFull(name)) {
            Files.createDirectories(directory(name));
            Files.move(directory(name), away(name));
            Files.createFile(directory(name));
        }
    }

    void free(String name) throws IOException {
        if (isFull(name)) {
            Files.delete(directory(name));
            Files.move(away(name), directory(name));
        }
    }

    private boolean isFull(String name) {
        return Files.isDirectory(away(name));
    }

    private Path real(String name) {
        return isFull(name) ? away(name) : directory(name);
    }

    private Path away(String name) {
        return folder().resolve(name + ".away");
    }

    /** The parked files by name. */
    List<Path> parked() {
        Path parked = real(DEAD_LETTER).resolve("parked");
        if (!Files.isDirectory(parked)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(parked)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its metrics; the first line tells of the others. */
    static List<Point> points(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1)
                    .map(Disk::point)
                    .filter(point -> !point.measurement().equals("aws_gateway"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Point point(String line) {
        try {
            return JSON.readValue(line, new TypeReference<Point>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}
