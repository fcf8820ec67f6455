package guance.awsgateway;

import guance.awsgateway.routes.RouteFile;
import guance.awsgateway.routes.RouteFiles;
import guance.awsgateway.routes.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the directory has of files that can be edited: by their contents, as the time of a file says
 * nothing where a ConfigMap is swapped.
 *
 * @param settings SHA-256 of application.properties; empty where there is none
 * @param routes empty where there is no {@code routes/}
 */
record Content(String settings, Optional<RouteFiles> routes) {

    static final String SETTINGS = "application.properties";

    /**
     * @throws IOException where they change while they are read, or may not be read
     */
    static Content of(Path directory) throws IOException {
        Path file = directory.resolve(SETTINGS);
        String settings = Files.exists(file) ? Sha256.of(Files.readAllBytes(file)) : "";
        return new Content(settings, RouteFiles.in(directory));
    }

    /** The names of the files that differ, such as {@code routes/post.camel.yaml}. */
    List<String> differences(Content other) {
        Map<String, String> mine = byName();
        Map<String, String> others = other.byName();
        return Stream.of(mine, others)
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .sorted()
                .filter(
                        name ->
                                !String.valueOf(mine.get(name))
                                        .equals(String.valueOf(others.get(name))))
                .toList();
    }

    private Map<String, String> byName() {
        Map<String, String> files =
                routes.stream()
                        .flatMap(each -> each.files().stream())
                        .collect(
                                Collectors.toMap(
                                        each -> "routes/" + each.name(),
                                        RouteFile::text,
                                        (one, same) -> one,
                                        TreeMap::new));
        files.put(SETTINGS, settings);
        return files;
    }
}
