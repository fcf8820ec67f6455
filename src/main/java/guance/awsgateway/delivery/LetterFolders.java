package guance.awsgateway.delivery;

import guance.awsgateway.disk.OwnersOnly;
import guance.awsgateway.settings.DeadLetterSettings;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two folders of {@code dead-letter.directory}. */
public record LetterFolders(LetterFolder parked, LetterFolder rejected) {

    private static final Logger LOG = LoggerFactory.getLogger(LetterFolders.class);

    /** Looks what is there. */
    public static LetterFolders of(DeadLetterSettings settings) {
        LetterFolder parked = new LetterFolder(settings.directory().resolve("parked"));
        LetterFolder rejected = new LetterFolder(settings.directory().resolve("rejected"));
        parked.refresh();
        rejected.refresh();
        return new LetterFolders(parked, rejected);
    }

    /** What a person is told of one dead letter. */
    public record Told(String kind, Facts facts, long bytes) {}

    /** Parked ones first, oldest first. */
    public List<Told> told() {
        List<Told> all = new ArrayList<>();
        parked.files().forEach(file -> tell("parked", file, all));
        rejected.files().forEach(file -> tell("rejected", file, all));
        return all;
    }

    private static void tell(String kind, Path file, List<Told> all) {
        try {
            all.add(new Told(kind, DeadLetter.facts(file), Files.size(file)));
        } catch (NoSuchFileException e) {
            LOG.debug("{} was sent meanwhile", file);
        } catch (IOException | RuntimeException e) {
            LOG.warn(Code.LETTER_UNREADABLE.marker(), "{} cannot be read: {}", file, e.toString());
        }
    }

    /**
     * Parks what was rejected, behind all that is parked.
     *
     * @return how many files
     */
    int park(Instant now) throws IOException {
        rejected.refresh();
        List<Path> files = rejected.files();
        for (Path file : files) {
            Facts facts = DeadLetter.facts(file);
            Path to = parked.next(now, facts.category(), facts.target());
            OwnersOnly.createDirectories(to.getParent());
            Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
            rejected.forget(file);
        }
        return files.size();
    }
}
