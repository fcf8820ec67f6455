package guance.awsgateway.inventory;

import guance.awsgateway.disk.SetAside;
import guance.awsgateway.disk.WholeFile;
import guance.awsgateway.settings.StateSettings;
import guance.awsgateway.target.Target;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last good inventory of each target as a file of the state directory. */
public final class InventoryFiles {

    private static final Logger LOG = LoggerFactory.getLogger(InventoryFiles.class);

    private final Path directory;
    private final boolean readOnly;
    private final Clock clock;

    /**
     * @param readOnly whether nothing on disk is changed, as in a dry run
     */
    public InventoryFiles(StateSettings state, boolean readOnly, Clock clock) {
        this.directory = state.directory();
        this.readOnly = readOnly;
        this.clock = clock;
    }

    /**
     * Sets aside what is no inventory of this target, with a warning.
     *
     * @return nothing where there is no file, or none of use
     * @throws IllegalStateException where a newer version has written it; it stays as it is
     */
    Map<Half, ListedHalf> read(Target target) {
        Path file = file(target);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Map.of();
        }
        try {
            return InventoryJson.read(Files.readString(file), target.id());
        } catch (NewerFormatException e) {
            throw new IllegalStateException(
                    "%s is of %s; start the version that wrote it, or move the file away"
                            .formatted(file, e.getMessage()));
        } catch (IOException e) {
            LOG.debug("{} cannot be used", file, e);
            LOG.warn("{} cannot be used ({}): {}", file, reason(e), aside(file));
            return Map.of();
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof CharacterCodingException
                ? "it is not UTF-8"
                : failure.getMessage();
    }

    /**
     * @return what became of it
     */
    private String aside(Path file) {
        if (readOnly) {
            return "a dry run leaves it there; the APIs are listed anew";
        }
        try {
            return "it is now "
                    + SetAside.move(file, clock.instant())
                    + "; the APIs are listed anew";
        } catch (IOException e) {
            return "it cannot be set aside either (" + e + "); the APIs are listed anew";
        }
    }

    /** Does nothing in a dry run. */
    void write(Target target, Map<Half, ListedHalf> halves) throws IOException {
        if (!readOnly) {
            WholeFile.write(file(target), InventoryJson.write(target.id(), halves));
        }
    }

    private Path file(Target target) {
        return directory.resolve(target.id() + ".inventory.json");
    }
}
