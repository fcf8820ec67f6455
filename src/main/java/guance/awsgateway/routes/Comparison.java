package guance.awsgateway.routes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The route files beside those that this version ships.
 *
 * @param files by name
 */
public record Comparison(List<Compared> files) {

    public Comparison {
        files = List.copyOf(files);
    }

    /** Every file that one of them has. */
    public static Comparison of(RouteFiles shipped, RouteFiles there) {
        Map<String, String> before = texts(shipped);
        Map<String, String> after = texts(there);
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return new Comparison(
                names.stream()
                        .map(name -> new Compared(name, get(before, name), get(after, name)))
                        .toList());
    }

    private static Map<String, String> texts(RouteFiles files) {
        return files.files().stream().collect(Collectors.toMap(RouteFile::name, RouteFile::text));
    }

    private static Optional<String> get(Map<String, String> texts, String name) {
        return Optional.ofNullable(texts.get(name));
    }

    public boolean isAllAsShipped() {
        return with(Origin.AS_SHIPPED).count() == files.size();
    }

    /** Whether some come from another version, and may not fit to this one. */
    public boolean isMixed() {
        return with(Origin.OLDER, Origin.OLDER_AND_EDITED, Origin.NEWER).findAny().isPresent();
    }

    private Stream<Compared> with(Origin... origins) {
        return files.stream().filter(file -> List.of(origins).contains(file.origin()));
    }

    /** One line, such as {@code 9 as shipped, edited: post.camel.yaml}. */
    public String summary() {
        long same = with(Origin.AS_SHIPPED).count();
        Stream<String> others =
                Stream.of(Origin.values())
                        .filter(origin -> origin != Origin.AS_SHIPPED)
                        .filter(origin -> with(origin).findAny().isPresent())
                        .map(this::names);
        return Stream.concat(Stream.of(same + " as shipped"), others)
                .collect(Collectors.joining("; "));
    }

    private String names(Origin origin) {
        return with(origin)
                .map(Compared::name)
                .collect(Collectors.joining(", ", origin + ": ", ""));
    }

    /** A line a file: its name, and how it compares. */
    public String table() {
        int width = files.stream().mapToInt(file -> file.name().length()).max().orElse(0);
        return files.stream()
                .map(file -> ("%-" + width + "s  %s").formatted(file.name(), file.text()))
                .collect(Collectors.joining("\n"));
    }

    /** All diffs, one after the other; empty where all is as shipped. */
    public String diff() {
        return files.stream()
                .flatMap(file -> file.diff().stream())
                .collect(Collectors.joining("\n"));
    }
}
