package guance.awsgateway.delivery;

import java.util.Optional;

/** Knows whether points can go anywhere: to Guance, or to disk. */
public final class Outlet {

    private final Circuit circuit;
    private final DeadLetters parked;

    Outlet(Circuit circuit, DeadLetters parked) {
        this.circuit = circuit;
        this.parked = parked;
    }

    /** Why nothing that is read now could be kept; empty where it could. */
    public Optional<String> obstacle() {
        boolean blocked = parked.isRefused() && !circuit.isLivesTurn();
        return blocked
                ? Optional.of("points can be neither sent nor parked, after: " + circuit.reason())
                : Optional.empty();
    }

    /** Why Guance takes nothing now, in its own words and with what to do; empty while it does. */
    public Optional<String> trouble() {
        return circuit.trouble();
    }

    /** How full the disk is with what it has not taken. */
    public Parking parking() {
        Parking parking = parked.parking();
        return circuit.isClosed() ? parking.withoutRefusal() : parking;
    }

    /**
     * The step before a run calls AWS.
     *
     * @throws NoOutletException where nothing that is read could be kept
     */
    public void require() {
        obstacle()
                .ifPresent(
                        why -> {
                            throw new NoOutletException("nothing is read, as " + why);
                        });
    }
}
