package guance.awsgateway.simulation;

/**
 * Kills a collector at a call, as seen from outside: what is on disk at that moment is all that
 * stays, and nothing that it does afterwards counts.
 */
final class KillSwitch {

    /** What becomes of a call. */
    enum Fate {
        ALIVE,
        /** This is the call at which it is killed. */
        KILLED,
        DEAD
    }

    private final Runnable keepDisk;
    private int passing = -1;
    private boolean keeps;
    private boolean dead;

    /**
     * @param keepDisk runs in the thread of the call, while the collector waits for its answer
     */
    KillSwitch(Runnable keepDisk) {
        this.keepDisk = keepDisk;
    }

    /**
     * @param calls how many pass before
     * @param keeps whether a write that it falls on takes effect
     */
    synchronized void arm(int calls, boolean keeps) {
        passing = calls;
        this.keeps = keeps;
    }

    synchronized boolean keeps() {
        return keeps;
    }

    synchronized boolean isArmed() {
        return passing >= 0;
    }

    /** At a call of a stand-in, before it has any effect. */
    synchronized Fate call() {
        if (dead) {
            return Fate.DEAD;
        }
        if (passing < 0 || passing-- > 0) {
            return Fate.ALIVE;
        }
        dead = true;
        keepDisk.run();
        return Fate.KILLED;
    }

    synchronized boolean isDead() {
        return dead;
    }

    /** For the next life. */
    synchronized void revive() {
        dead = false;
    }
}
