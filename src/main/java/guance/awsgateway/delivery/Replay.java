package guance.awsgateway.delivery;

import guance.awsgateway.point.Point;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives parked batches to the route that sends them again, and ends those that arrived. */
public final class Replay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    /** Nobody is so long at writing a file. */
    private static final Duration LEFTOVER = Duration.ofHours(1);

    private final LetterFolders folders;
    private final LetterFolder parked;
    private final DeadLetters letters;
    private final Claims claims;
    private final Settling settling;
    private final Expiry expiry;
    private final Hold hold;
    private final Circuit circuit;
    private final BooleanSupplier stopping;
    private final Clock clock;
    private final AtomicInteger expired = new AtomicInteger();
    private final AtomicReference<Delivery> sum = new AtomicReference<>(Delivery.NONE);

    /**
     * @param stopping whether no further batch may be sent, asked after each
     */
    Replay(
            LetterFolders folders,
            DeadLetters letters,
            Claims claims,
            Settling settling,
            Expiry expiry,
            Hold hold,
            Circuit circuit,
            BooleanSupplier stopping,
            Clock clock) {
        this.folders = folders;
        this.parked = folders.parked();
        this.letters = letters;
        this.claims = claims;
        this.settling = settling;
        this.expiry = expiry;
        this.hold = hold;
        this.circuit = circuit;
        this.stopping = stopping;
        this.clock = clock;
    }

    /** What was rejected is parked again, to be sent by the next pass. */
    public void takeUpRejected() throws IOException {
        LOG.info("{} rejected points are parked again", folders.park(clock.instant()));
        parked.refresh();
    }

    /** To be drawn from by one thread, and to be ended. */
    public ReplayPass begin() {
        parked.refresh();
        parked.sweep(clock.instant().minus(LEFTOVER));
        letters.lookForRoom();
        hold.begin();
        expired.addAndGet(expiry.expire(parked) + expiry.expire(folders.rejected()));
        BooleanSupplier goesOn = () -> circuit.isClosed() && !stopping.getAsBoolean();
        return new ReplayPass(parked, claims, settling, hold, goesOn, clock);
    }

    /** Whatever became of it. */
    public void end(ReplayPass pass) {
        pass.end();
        hold.end();
        if (!pass.hasDrawn() && !parked.isEmpty()) {
            circuit.leaveItToLive();
        }
    }

    /**
     * Deletes the file of what Guance has taken or refused for good; the rest stays in its place.
     */
    public void settle(DeadLetter letter, Delivery delivery) {
        sum.accumulateAndGet(delivery, Replay::count);
        List<Point> left =
                Stream.concat(letter.held().stream(), delivery.unsent().stream()).toList();
        Facts facts = letter.facts().after(left, delivery.reason());
        DeadLetter rest = new DeadLetter(letter.file(), facts, left);
        if (delivery.failed() == letter.points().size()) {
            settling.retell(rest);
            LOG.debug("{} stays parked: {}", letter.file(), delivery.reason());
        } else if (settling.settle(rest)) {
            letters.roomMade();
            LOG.info(
                    "{}: {} parked points are sent again, {} of them rejected",
                    letter.facts().label(),
                    letter.points().size() - delivery.failed(),
                    delivery.rejected());
        }
    }

    /** The points themselves are not kept in memory. */
    private static Delivery count(Delivery sum, Delivery one) {
        return sum.plus(new Delivery(one.accepted(), 0, one.rejected(), List.of(), one.reason()));
    }

    /**
     * The step before a batch is sent. A later state of an object, as a changed point, must not
     * arrive before an earlier one that is parked or under way: it queues behind it.
     *
     * @param letter the parked batch that it is; null for a live one
     * @param resent whether points of it are sent again because they have changed; null for no
     * @throws UntriedException where it is to be parked
     */
    public void queue(DeadLetter letter, Boolean resent, String category, String target)
            throws UntriedException {
        boolean replaces = Superseding.OBJECTS.equals(category) || Boolean.TRUE.equals(resent);
        if (letter == null && replaces && parked.holds(category, target)) {
            String why = circuit.isClosed() ? "" : ", after: " + circuit.reason();
            throw new UntriedException("waits behind what is parked of its target" + why);
        }
    }

    /** How many points were too old to be kept any longer, since the start. */
    public int expired() {
        return expired.get();
    }

    /** How many batches are parked. */
    public int waiting() {
        return parked.files().size();
    }

    /** How far it is, for people: in one line, since the start. */
    public String progress() {
        Delivery sent = sum();
        return "%s points accepted, %s rejected; %s batches are still parked"
                .formatted(sent.accepted(), sent.rejected(), waiting());
    }

    /** What became of all that was sent again, since the start. */
    public Delivery sum() {
        return sum.get();
    }

    @Override
    public void close() throws IOException {
        claims.close();
    }
}
