package guance.awsgateway.routes;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line of a shipped route file that says which one it is: {@code # Version: 0.1.0
 * 7f3a9c21e0b4}.
 *
 * @param version of the collector that changed the file last
 * @param digest of the rest of the file, so that an edit shows
 */
public record Stamp(String version, String digest) {

    private static final Pattern LINE =
            Pattern.compile("(?m)^# Version: (\\d\\S*) ([0-9a-f]{12})[ \\t]*\\R?");
    private static final int DIGITS = 12;

    /**
     * @return empty where a file has none
     */
    public static Optional<Stamp> in(String text) {
        Matcher line = LINE.matcher(text);
        return line.find()
                ? Optional.of(new Stamp(line.group(1), line.group(2)))
                : Optional.empty();
    }

    /** The right one for a text, whatever stamp it has. */
    public static Stamp of(String text, String version) {
        return new Stamp(version, digest(text));
    }

    /**
     * Of a text without its stamp, whatever its line ends are.
     *
     * @return 12 hex digits of its SHA-256
     */
    static String digest(String text) {
        String rest = LINE.matcher(text).replaceFirst("").replace("\r\n", "\n");
        return Sha256.of(rest).substring(0, DIGITS);
    }

    /** Puts it behind the comment at the top of a text, in place of the one that is there. */
    public String on(String text) {
        String rest = LINE.matcher(text).replaceFirst("");
        Matcher comment = Pattern.compile("\\A(#.*\\R)*").matcher(rest);
        int end = comment.find() ? comment.end() : 0;
        return rest.substring(0, end) + this + "\n" + rest.substring(end);
    }

    boolean isNewerThan(Stamp other) {
        return Version.parse(version).compareTo(Version.parse(other.version)) > 0;
    }

    /** Without its line break. */
    @Override
    public String toString() {
        return "# Version: " + version + " " + digest;
    }
}
