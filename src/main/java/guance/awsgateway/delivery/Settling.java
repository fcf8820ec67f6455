package guance.awsgateway.delivery;

import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Brings the files of parked batches to what is left of them. Where the disk does not let it, it
 * remembers what is left, so that this process sends nothing again that Guance has.
 */
final class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final LetterFolder parked;
    private final Map<Path, DeadLetter> owed = new ConcurrentHashMap<>();

    Settling(LetterFolder parked) {
        this.parked = parked;
    }

    /**
     * Writes what is left of a letter in its place; deletes it where nothing is.
     *
     * @return whether the disk has let it
     */
    boolean settle(DeadLetter left) {
        boolean told = left.equals(owed.put(left.file(), left));
        try {
            pay(left);
            return true;
        } catch (IOException e) {
            LOG.atLevel(told ? Level.DEBUG : Level.ERROR)
                    .addMarker(Code.LETTER_STUCK.marker())
                    .log(
                            "{} holds points that Guance has, and cannot be changed: {}; this"
                                    + " process does not send them again: let it write there before"
                                    + " a restart",
                            left.file(),
                            e.toString());
            return false;
        }
    }

    /** Writes what is new about a letter of which nothing has arrived. */
    void retell(DeadLetter letter) {
        try {
            pay(letter);
        } catch (IOException e) {
            LOG.debug("{} does not say that it was tried again: {}", letter.file(), e.toString());
        }
    }

    private void pay(DeadLetter left) throws IOException {
        if (left.points().isEmpty()) {
            // Also where it cannot be deleted, nobody waits behind it.
            parked.forget(left.file());
            parked.delete(left.file());
        } else {
            parked.write(left.file(), left.text());
        }
        owed.remove(left.file());
    }

    /**
     * What is left of a letter, whatever its file says; empty for nothing. What the disk refused
     * before is tried again.
     *
     * @throws IOException where the file cannot be read, or is none of ours
     */
    Optional<DeadLetter> read(Path file) throws IOException {
        DeadLetter left = owed.get(file);
        if (left == null) {
            return Optional.of(DeadLetter.read(file));
        }
        if (!Files.exists(file)) {
            owed.remove(file);
            throw new NoSuchFileException(file.toString());
        }
        settle(left);
        return Optional.of(left).filter(each -> !each.points().isEmpty());
    }
}
