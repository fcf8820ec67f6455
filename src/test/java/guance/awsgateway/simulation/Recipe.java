package guance.awsgateway.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A user's own step in the routes: a tag on every point, as in the README. */
final class Recipe {

    static final String TAG = "owner";
    static final String VALUE = "platform";

    private static final String BEFORE = "        - choice:\n            id: if-dry-run\n";
    private static final String STEP =
            """
                    - bean:
                        id: tag-owner
                        ref: points
                        method: tag(${body}, '%s', '%s')
            """;

    private Recipe() {}

    /** Writes the shipped routes, with that step, to a folder {@code routes} of a directory. */
    static void write(Path directory) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("routes"));
        try (Stream<Path> shipped = Files.list(Path.of("routes"))) {
            for (Path file : shipped.toList()) {
                Files.write(
                        folder.resolve(file.getFileName()),
                        List.of(edited(Files.readString(file)).split("\n")));
            }
        }
    }

    private static String edited(String route) {
        return route.replace(BEFORE, STEP.formatted(TAG, VALUE) + BEFORE);
    }
}
