package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A directory of routes as a user leaves it. */
final class Edited {

    private Edited() {}

    /** Copies the shipped routes. */
    static void routes(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            for (Path each : files.toList()) {
                Files.copy(each, folder.resolve(each.getFileName()));
            }
        }
    }

    /** Copies the shipped routes, and replaces a text in one of them. */
    static void routes(Path folder, String file, String shipped, String edited) throws IOException {
        routes(folder);
        edit(folder, file, shipped, edited);
    }

    /** Replaces a text in one of the routes that were copied. */
    static void edit(Path folder, String file, String shipped, String edited) throws IOException {
        Path target = folder.resolve(file + ".camel.yaml");
        String text = Files.readString(target);
        assertThat(text).contains(shipped);
        Files.write(target, List.of(text.replace(shipped, edited)));
    }
}
