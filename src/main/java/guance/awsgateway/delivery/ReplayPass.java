package guance.awsgateway.delivery;

import guance.awsgateway.disk.SetAside;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws the parked batches from disk, one at a time, oldest first. The one before is let go when
 * the next is asked for; where it is still there, those of its category and target must wait behind
 * it.
 */
public final class ReplayPass implements Iterator<DeadLetter> {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayPass.class);

    private final LetterFolder parked;
    private final Claims claims;
    private final Settling settling;
    private final Hold hold;
    private final BooleanSupplier goesOn;
    private final Clock clock;
    private final Queue<Path> files;
    private final Set<String> waiting = new HashSet<>();
    private DeadLetter next;
    private Path last;
    private FileLock claim;

    /**
     * @param goesOn asked after each batch
     */
    ReplayPass(
            LetterFolder parked,
            Claims claims,
            Settling settling,
            Hold hold,
            BooleanSupplier goesOn,
            Clock clock) {
        this.parked = parked;
        this.claims = claims;
        this.settling = settling;
        this.hold = hold;
        this.goesOn = goesOn;
        this.clock = clock;
        this.files = new ArrayDeque<>(parked.files());
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            if (claim != null) {
                letGo();
            }
            advance();
        }
        return next != null;
    }

    @Override
    public DeadLetter next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        DeadLetter drawn = next;
        next = null;
        last = drawn.file();
        return drawn;
    }

    private void advance() {
        while (next == null && !files.isEmpty()) {
            Path file = files.poll();
            String stream = LetterFolder.stream(file);
            if (!waiting.contains(stream)) {
                next = claimed(file, stream).orElse(null);
            }
        }
    }

    private Optional<DeadLetter> claimed(Path file, String stream) {
        try {
            Optional<FileLock> mine = claims.claim(stream);
            if (mine.isEmpty()) {
                waiting.add(stream);
                return Optional.empty();
            }
            claim = mine.get();
            Optional<DeadLetter> letter = read(file);
            if (letter.isEmpty()) {
                unclaim();
            }
            return letter;
        } catch (IOException e) {
            LOG.warn(
                    Code.LETTER_STUCK.marker(),
                    "{} cannot be sent again now: {}",
                    file,
                    e.toString());
            waiting.add(stream);
            unclaim();
            return Optional.empty();
        }
    }

    private Optional<DeadLetter> read(Path file) throws IOException {
        try {
            return hold.isWhole(DeadLetter.facts(file))
                    ? Optional.empty()
                    : settling.read(file).map(hold::of);
        } catch (NoSuchFileException e) {
            // Another process has sent it meanwhile.
            parked.forget(file);
            return Optional.empty();
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            Path aside = SetAside.move(file, clock.instant());
            parked.forget(file);
            LOG.warn(
                    Code.LETTER_UNREADABLE.marker(),
                    "{} is no dead letter and is set aside as {}: {}",
                    file,
                    aside.getFileName(),
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return Optional.empty();
        }
    }

    private void letGo() {
        release();
        if (!goesOn.getAsBoolean()) {
            files.clear();
        }
    }

    boolean hasDrawn() {
        return last != null;
    }

    /** Lets go of the batch that was drawn last. */
    void end() {
        files.clear();
        if (claim != null) {
            release();
        }
    }

    private void release() {
        if (last != null && parked.has(last)) {
            waiting.add(LetterFolder.stream(last));
        }
        unclaim();
    }

    private void unclaim() {
        try {
            if (claim != null) {
                claim.release();
            }
        } catch (IOException e) {
            LOG.debug("a claim ends with the process only", e);
        }
        claim = null;
    }
}
