package guance.awsgateway.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which dimension sets of {@code AWS/ApiGateway} are read.
 *
 * @param all every set, whatever its names
 * @param sets the sets chosen, if not all; the empty set is the roll-up without dimensions
 */
public record Grains(boolean all, Set<Set<String>> sets) {
    /** The dimensions that API Gateway reports by. */
    public static final List<String> DIMENSIONS =
            List.of("ApiName", "ApiId", "Stage", "Method", "Resource", "Route");

    private static final String ALL = "ALL";
    private static final String NONE = "none";

    public Grains {
        sets = sets.stream().map(Set::copyOf).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * {@code ALL}, {@code none} or {@code Name+Name}, between commas.
     *
     * @throws IllegalArgumentException with advice, when one of them is no grain
     */
    public static Grains parse(String text) {
        List<Set<String>> grains = Lists.of(Grains::grain).parse(text);
        boolean all = grains.contains(Set.of(ALL));
        return new Grains(all, all ? Set.of() : Set.copyOf(grains));
    }

    /** Whether series with exactly these dimension names are read. */
    public boolean includes(Set<String> dimensionNames) {
        return all || sets.contains(dimensionNames);
    }

    private static Set<String> grain(String text) {
        if (text.equals(ALL) || text.equals(NONE)) {
            return text.equals(ALL) ? Set.of(ALL) : Set.of();
        }
        Set<String> names = new LinkedHashSet<>(Lists.split(text, "\\+"));
        if (names.isEmpty() || !DIMENSIONS.containsAll(names)) {
            List<String> words = Stream.concat(DIMENSIONS.stream(), Stream.of(ALL, NONE)).toList();
            throw new WrongValue(
                    "not a grain; write ALL, none, or dimensions such as ApiName+Stage of "
                            + String.join(", ", DIMENSIONS)
                            + Nearest.question(Nearest.word(text, words)));
        }
        return names;
    }
}
