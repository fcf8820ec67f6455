package guance.awsgateway.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moves a file that cannot be used out of the way, where a person can look into it. */
public final class SetAside {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private SetAside() {}

    /**
     * @return the new name: the old one, {@code .set-aside-} and the time in UTC
     */
    public static Path move(Path file, Instant now) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".set-aside-" + STAMP.format(now));
        return Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
    }
}
