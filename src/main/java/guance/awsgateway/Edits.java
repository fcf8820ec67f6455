package guance.awsgateway;

import guance.awsgateway.operations.Causes;
import guance.awsgateway.operations.Reloads;
import guance.awsgateway.operations.log.LogOutput;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up edits of {@code routes/} and application.properties, look by look: one is tried apart
 * from what runs once two looks have seen the same, then the schedules are held, and it runs once
 * nothing is under way. What cannot run is told once, and changes nothing.
 */
final class Edits {

    /** How long the schedules are held for runs to end, before they go on without the edit. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Edits.class);

    private final Path directory;
    private final Generations generations;
    private final Candidates candidates;
    private final Reloads reloads;
    private final Clock clock;
    private Content running;
    private Content seen;
    private Content refused;
    private Held held;

    /**
     * @param running what the generation that runs was made of
     */
    Edits(
            Path directory,
            Content running,
            Generations generations,
            Candidates candidates,
            Outside outside) {
        this.directory = directory;
        this.running = running;
        this.generations = generations;
        this.candidates = candidates;
        reloads = outside.reloads();
        clock = outside.clock();
    }

    /** One look. */
    synchronized void look() {
        try {
            see(Content.of(directory));
        } catch (IOException e) {
            LOG.debug("the files change while they are read", e);
        } catch (RuntimeException e) {
            refuse(seen, Causes.of(e));
        }
    }

    /** Whether what the directory has runs. */
    synchronized boolean isCurrent() {
        return running.equals(seen);
    }

    private void see(Content now) {
        boolean settled = now.equals(seen);
        seen = now;
        if (held != null && !now.equals(held.content)) {
            letGo();
        }
        if (now.equals(running)) {
            undone(now);
        } else if (settled && held != null) {
            advance(now);
        } else if (settled && !now.equals(refused)) {
            tryOut(now);
        }
    }

    /** An edit that was refused was taken back. */
    private void undone(Content now) {
        if (refused != null) {
            String edited = names(refused, now);
            refused = null;
            LOG.info("{}: again as it runs", edited);
            reloads.tell(edited, null);
        }
    }

    private void tryOut(Content now) {
        try {
            Edition edition = candidates.of(now, running, generations.edition());
            if (Content.of(directory).equals(now)) {
                held = new Held(now, edition, clock.instant());
                generations.standstill().begin();
            }
        } catch (Refusal e) {
            refuse(now, e.getMessage());
        } catch (Exception e) {
            refuse(now, Causes.of(e));
            letGo();
        }
    }

    private void refuse(Content now, String why) {
        String edited = names(running, now);
        refused = now;
        reloads.tell(edited, why);
        LOG.error(
                Code.EDIT_REFUSED.marker(),
                "{} cannot run, and what ran before goes on: {}",
                edited,
                why);
    }

    private void advance(Content now) {
        if (generations.standstill().isReached()) {
            take(now);
        } else if (held.since.plus(PATIENCE).isBefore(clock.instant())) {
            LOG.info("{} waits for a run that takes long", names(running, now));
            letGo();
        }
    }

    private void take(Content now) {
        String edited = names(running, now);
        try {
            if (generations.take(held.edition)) {
                if (!now.settings().equals(running.settings())) {
                    tell(held.edition.loaded());
                }
                running = now;
                refused = null;
                held = null;
                LOG.info("{}: taken up", edited);
                reloads.tell(edited, null);
            }
        } catch (RuntimeException e) {
            // What could not even be stopped goes on.
            letGo();
            refused = now;
            undo(edited, Causes.of(e));
        }
    }

    private static void tell(Loaded loaded) {
        LogOutput.use(loaded.settings().operation().logFormat());
        loaded.warnings().forEach(line -> LOG.warn(Code.SETTING_ODD.marker(), line));
    }

    private void undo(String edited, String why) {
        reloads.tell(edited, why);
        LOG.error(
                Code.EDIT_UNDONE.marker(),
                "{} did not start, {}: {}",
                edited,
                generations.isFailed()
                        ? "nor did what ran before; the collector ends"
                        : "and what ran before runs again",
                why);
    }

    private void letGo() {
        held = null;
        generations.standstill().end();
    }

    private static String names(Content one, Content other) {
        return String.join(", ", one.differences(other));
    }

    /** An edit that could run, while the schedules are held for it. */
    private record Held(Content content, Edition edition, Instant since) {}
}
