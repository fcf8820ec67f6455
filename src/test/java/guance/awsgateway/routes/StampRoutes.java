package guance.awsgateway.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes into each shipped route file that was changed which version it is now. The argument is the
 * version of the project.
 */
public final class StampRoutes {

    private static final Path FOLDER = Path.of("routes");

    private StampRoutes() {}

    public static void main(String[] arguments) throws IOException {
        for (Path file : files()) {
            String text = Files.readString(file);
            Files.writeString(file, stamped(text, arguments[0]));
        }
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    /** The same text where its stamp is right. */
    static String stamped(String text, String version) {
        Stamp right = Stamp.of(text, version);
        Optional<Stamp> there = Stamp.in(text);
        boolean same = there.map(Stamp::digest).equals(Optional.of(right.digest()));
        return same ? text : right.on(text);
    }
}
