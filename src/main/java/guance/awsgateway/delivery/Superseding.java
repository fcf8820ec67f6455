package guance.awsgateway.delivery;

import guance.awsgateway.point.Point;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes parked objects of which Guance has, or disk holds, a later state. */
public final class Superseding {

    private static final Logger LOG = LoggerFactory.getLogger(Superseding.class);
    static final String OBJECTS = "custom_object";

    private final LetterFolder parked;
    private final Claims claims;
    private final Settling settling;
    private final AtomicInteger superseded = new AtomicInteger();

    Superseding(LetterFolder parked, Claims claims, Settling settling) {
        this.parked = parked;
        this.claims = claims;
        this.settling = settling;
    }

    /**
     * The step after a batch was accepted or parked.
     *
     * @param letter the parked batch that it was; null for a live one, the only one that is later
     */
    public void by(List<Point> batch, String category, String target, DeadLetter letter) {
        if (letter != null || !OBJECTS.equals(category) || !parked.holds(category, target)) {
            return;
        }
        long since = batch.stream().mapToLong(Point::time).min().orElse(0);
        Set<String> names = batch.stream().map(Superseding::name).collect(Collectors.toSet());
        try {
            Optional<FileLock> claim = claims.claim(category + "-" + target);
            if (claim.isPresent()) {
                try (FileLock mine = claim.get()) {
                    remove(category + "-" + target, names, since);
                }
            }
        } catch (IOException e) {
            LOG.warn(
                    Code.LETTER_STUCK.marker(),
                    "{} {}: earlier objects stay parked: {}",
                    category,
                    target,
                    e.toString());
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
                letter.points().stream()
                        .filter(each -> each.time() >= since || !names.contains(name(each)))
                        .toList();
        int gone = letter.points().size() - left.size();
        if (gone > 0) {
            settling.settle(new DeadLetter(letter.file(), letter.facts().of(left), left));
        }
        superseded.addAndGet(gone);
    }

    private static String name(Point point) {
        return point.measurement() + " " + point.tags().get("name");
    }

    /** How many parked objects were removed since the start. */
    public int count() {
        return superseded.get();
    }
}
