package guance.awsgateway;

/** How the collect routes are set off, and what becomes of their points. */
public enum Mode {
    SCHEDULED(true, false, true),
    ONCE(false, false, true),
    DRY_RUN(false, true, false),
    /** Sends what is parked, and collects nothing. */
    REPLAY(false, false, false);

    private final boolean scheduled;
    private final boolean dry;
    private final boolean keepsState;

    Mode(boolean scheduled, boolean dry, boolean keepsState) {
        this.scheduled = scheduled;
        this.dry = dry;
        this.keepsState = keepsState;
    }

    /** Whether the schedules fire. */
    boolean isScheduled() {
        return scheduled;
    }

    /** Whether points are printed and not sent. */
    boolean isDry() {
        return dry;
    }

    /** Whether it writes into state.directory; who does not can go on beside another collector. */
    boolean keepsState() {
        return keepsState;
    }
}
