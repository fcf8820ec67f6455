package guance.awsgateway.delivery;

import guance.awsgateway.point.Point;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes parked and rejected objects of which Guance has, or disk holds, a later state. */
public final class Superseding {

    private static final Logger LOG = LoggerFactory.getLogger(Superseding.class);
    static final String OBJECTS = "custom_object";

    private final LetterFolder parked;
    private final LetterFolder rejected;
    private final Claims claims;
    private final Settling settling;
    private final AtomicInteger superseded = new AtomicInteger();

    Superseding(LetterFolders folders, Claims claims, Settling settling) {
        this.parked = folders.parked();
        this.rejected = folders.rejected();
        this.claims = claims;
        this.settling = settling;
    }

    /**
     * The step after a batch was accepted or parked.
     *
     * @param letter the parked batch that it was; null for a live one, the only one that is later
     *     than what is parked
     */
    public void by(List<Point> batch, String category, String target, DeadLetter letter) {
        if (!OBJECTS.equals(category)) {
            return;
        }
        long since = batch.stream().mapToLong(Point::time).min().orElse(0);
        Set<String> names = batch.stream().map(Superseding::name).collect(Collectors.toSet());
        try {
            removeRejected(category + "-" + target, names, since);
            if (letter == null && parked.holds(category, target)) {
                removeParked(category + "-" + target, names, since);
            }
        } catch (IOException e) {
            LOG.warn(
                    Code.LETTER_STUCK.marker(),
                    "{} {}: earlier objects stay parked or rejected: {}",
                    category,
                    target,
                    e.toString());
        }
    }

    /** Sent again on demand, they would take the place of the later state. */
    private void removeRejected(String stream, Set<String> names, long since) throws IOException {
        for (Path file : rejected.files()) {
            if (LetterFolder.stream(file).equals(stream) && isEarlier(file, names, since)) {
                rejected.delete(file);
                superseded.incrementAndGet();
            }
        }
    }

    private boolean isEarlier(Path file, Set<String> names, long since) throws IOException {
        try {
            List<Point> points = DeadLetter.read(file).points();
            return points.stream().allMatch(each -> isEarlier(each, names, since));
        } catch (NoSuchFileException e) {
            // It is parked again meanwhile.
            rejected.forget(file);
            return false;
        }
    }

    private static boolean isEarlier(Point point, Set<String> names, long since) {
        return point.time() < since && names.contains(name(point));
    }

    private void removeParked(String stream, Set<String> names, long since) throws IOException {
        Optional<FileLock> claim = claims.claim(stream);
        if (claim.isPresent()) {
            try (FileLock mine = claim.get()) {
                remove(stream, names, since);
            }
        }
    }

    private void remove(String stream, Set<String> names, long since) throws IOException {
        for (Path file : parked.files()) {
            if (LetterFolder.stream(file).equals(stream)) {
                settling.read(file).ifPresent(letter -> remove(letter, names, since));
            }
        }
    }

    private void remove(DeadLetter letter, Set<String> names, long since) {
        List<Point> left =
                letter.points().stream().filter(each -> !isEarlier(each, names, since)).toList();
        int gone = letter.points().size() - left.size();
        if (gone > 0) {
            settling.settle(new DeadLetter(letter.file(), letter.facts().of(left), left));
        }
        superseded.addAndGet(gone);
    }

    private static String name(Point point) {
        return point.measurement() + " " + point.tags().get("name");
    }

    /** How many objects were removed since the start. */
    public int count() {
        return superseded.get();
    }
}
