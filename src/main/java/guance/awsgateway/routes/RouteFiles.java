package guance.awsgateway.routes;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.camel.spi.Resource;

/**
 * The files of {@code routes/} as they were read, all at once: what is checked is what runs.
 *
 * @param files by their names
 */
public record RouteFiles(List<RouteFile> files) {

    private static final String SUFFIX = ".camel.yaml";

    public RouteFiles {
        files = List.copyOf(files);
    }

    /**
     * Reads {@code routes/*.camel.yaml}, links followed, as a ConfigMap has them.
     *
     * @param directory that {@code routes/} is in
     * @return empty where there is no such directory; without files where none is in it
     * @throws IOException where they change while they are read, or may not be read
     */
    public static Optional<RouteFiles> in(Path directory) throws IOException {
        Path routes = directory.resolve("routes");
        if (!Files.isDirectory(routes)) {
            return Optional.empty();
        }
        // A link is followed once, so that all files are of one version of a ConfigMap.
        Path real = routes.toRealPath();
        return Optional.of(new RouteFiles(read(real)));
    }

    private static List<RouteFile> read(Path directory) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.list(directory)) {
            paths =
                    all.filter(path -> path.getFileName().toString().endsWith(SUFFIX))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList();
        }
        List<RouteFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(new RouteFile(path.getFileName().toString(), text(path)));
        }
        return files;
    }

    /**
     * Those in the jar, which serve where there is no {@code routes/}.
     *
     * @throws IOException where the jar cannot be read
     */
    public static RouteFiles shipped() throws IOException {
        URL place = RouteFiles.class.getResource("/routes");
        if (place.openConnection() instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (JarFile open = jar.getJarFile()) {
                return inJar(open);
            }
        }
        return new RouteFiles(read(Path.of(URI.create(place.toString()))));
    }

    private static RouteFiles inJar(JarFile jar) throws IOException {
        List<RouteFile> files = new ArrayList<>();
        for (JarEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            if (name.startsWith(RouteFile.DIRECTORY) && name.endsWith(SUFFIX)) {
                byte[] text = jar.getInputStream(entry).readAllBytes();
                files.add(
                        new RouteFile(
                                name.substring(RouteFile.DIRECTORY.length()),
                                new String(text, StandardCharsets.UTF_8)));
            }
        }
        files.sort(Comparator.comparing(RouteFile::name));
        return new RouteFiles(files);
    }

    /** What is no UTF-8 becomes U+FFFD, which the check of the YAML tells. */
    private static String text(Path path) throws IOException {
        return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    }

    /** For Camel's loaders. */
    public Collection<Resource> resources() {
        return files.stream().map(RouteFile::resource).toList();
    }
}
