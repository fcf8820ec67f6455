package guance.awsgateway.operations;

import com.fasterxml.jackson.databind.JsonNode;
import guance.awsgateway.disk.JsonFile;
import guance.awsgateway.metrics.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers when the last run of each target and job was due that came to its end, across restarts:
 * so a start knows which have to run at once.
 */
public final class LastRuns {

    private static final Logger LOG = LoggerFactory.getLogger(LastRuns.class);
    private static final int FORMAT = 1;

    private final Map<Job, Schedule> schedules;
    private final Clock clock;
    private final Map<RunKey, Instant> scheduled = new HashMap<>();
    private Optional<JsonFile> file = Optional.empty();
    private boolean told;

    /**
     * @param schedules of every job
     */
    public LastRuns(Map<Job, Schedule> schedules, Clock clock) {
        this.schedules = Map.copyOf(schedules);
        this.clock = clock;
    }

    /**
     * Takes up what the last process left; without this, nothing is read and nothing written.
     *
     * @param directory where to keep it from now on
     * @param readOnly whether nothing on disk is changed, as in a dry run
     * @throws RuntimeException where it cannot be read, or a newer version wrote it
     */
    public synchronized void keepIn(Path directory, boolean readOnly) {
        JsonFile json = new JsonFile(directory.resolve("runs.json"), FORMAT, readOnly, clock);
        json.read(LastRuns::parse).ifPresent(scheduled::putAll);
        file = Optional.of(json);
    }

    /** Whether an interval of the schedule has passed since, as one step of YAML asks. */
    public synchronized boolean isDue(String targetId, Job job) {
        Instant last = scheduled.get(new RunKey(targetId, job));
        return isDue(last, schedules.get(job), clock.instant());
    }

    /**
     * False for a schedule that never fires twice: whoever has it starts the runs. True where the
     * last run lies in the future, as the clock has jumped back.
     *
     * @param last null where there was none
     */
    static boolean isDue(Instant last, Schedule schedule, Instant now) {
        Optional<Duration> interval = schedule.interval(now);
        return interval.isPresent()
                && (last == null || last.isAfter(now) || last.plus(interval.get()).isBefore(now));
    }

    synchronized void ended(RunKey key, Instant due) {
        scheduled.put(key, due);
        file.ifPresent(this::write);
    }

    private void write(JsonFile json) {
        try {
            json.write(content());
            told = false;
        } catch (IOException e) {
            if (!told) {
                LOG.warn(
                        "the last runs cannot be written, a restart will run all at once: {}",
                        e.toString());
            }
            told = true;
        }
    }

    private Content content() {
        return new Content(
                FORMAT,
                scheduled.entrySet().stream()
                        .map(last -> Last.of(last.getKey(), last.getValue()))
                        .sorted(Comparator.comparing(Last::target).thenComparing(Last::job))
                        .toList());
    }

    private static Map<RunKey, Instant> parse(JsonNode json) {
        Map<RunKey, Instant> parsed = new HashMap<>();
        for (JsonNode last : json.required("runs")) {
            parsed.put(
                    new RunKey(
                            last.required("target").textValue(),
                            job(last.required("job").textValue())),
                    Instant.parse(last.required("scheduled").textValue()));
        }
        return parsed;
    }

    private static Job job(String text) {
        return Job.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private record Content(int format, List<Last> runs) {}

    private record Last(String target, String job, String scheduled) {

        static Last of(RunKey key, Instant scheduled) {
            return new Last(key.targetId(), key.job().toString(), scheduled.toString());
        }
    }
}
