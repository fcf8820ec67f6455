package guance.awsgateway.routes;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.Optional;

/**
 * A route file beside the shipped one of the same name.
 *
 * @param name such as {@code post.camel.yaml}
 * @param shipped its text; empty for a file of a user's own
 * @param there the text that would run; empty where the file is missing
 */
public record Compared(String name, Optional<String> shipped, Optional<String> there) {

    private static final int AROUND = 3;

    public Origin origin() {
        if (shipped.isEmpty()) {
            return Origin.OWN;
        }
        return there.map(text -> origin(shipped.get(), text)).orElse(Origin.MISSING);
    }

    private static Origin origin(String shipped, String there) {
        String digest = Stamp.digest(there);
        if (digest.equals(Stamp.digest(shipped))) {
            return Origin.AS_SHIPPED;
        }
        Optional<Stamp> from = Stamp.in(there);
        Optional<Stamp> now = Stamp.in(shipped);
        if (from.isEmpty() || now.isEmpty() || from.get().digest().equals(now.get().digest())) {
            return Origin.EDITED;
        }
        if (from.get().isNewerThan(now.get())) {
            return Origin.NEWER;
        }
        return from.get().digest().equals(digest) ? Origin.OLDER : Origin.OLDER_AND_EDITED;
    }

    /** Such as {@code older, of 0.1.0; this version ships that of 0.2.0}. */
    public String text() {
        Origin origin = origin();
        return switch (origin) {
            case OLDER, OLDER_AND_EDITED, NEWER ->
                    "%s, of %s; this version ships that of %s"
                            .formatted(origin, version(there), version(shipped));
            default -> origin.toString();
        };
    }

    private static String version(Optional<String> text) {
        return text.flatMap(Stamp::in).map(Stamp::version).orElse("?");
    }

    /**
     * What was done to the shipped file, as a unified diff; empty where there is no difference and
     * for a user's own.
     */
    public List<String> diff() {
        if (shipped.isEmpty()) {
            return List.of();
        }
        List<String> before = lines(shipped.get());
        List<String> after = there.map(Compared::lines).orElse(List.of());
        return UnifiedDiffUtils.generateUnifiedDiff(
                "shipped/" + name,
                RouteFile.DIRECTORY + name,
                before,
                DiffUtils.diff(before, after),
                AROUND);
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
