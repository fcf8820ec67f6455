package guance.awsgateway.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The record of a run in which nothing happened, but for what is said here. */
public final class RunRecordBuilder {

    private final String target;
    private final Job job;
    private final Instant started;
    private Duration duration = Duration.ZERO;
    private int found;
    private int billed;
    private int bound;
    private Map<String, Integer> calls = Map.of();
    private int throttles;
    private int requests;
    private int accepted;
    private int parked;
    private int rejected;
    private int givenUp;
    private int failures;
    private String error;

    public RunRecordBuilder(String target, Job job, Instant started) {
        this.target = target;
        this.job = job;
        this.started = started;
    }

    public RunRecordBuilder took(Duration time) {
        duration = time;
        return this;
    }

    public RunRecordBuilder found(int number) {
        found = number;
        return this;
    }

    public RunRecordBuilder called(int billable, int atMost, Map<String, Integer> byOperation) {
        billed = billable;
        bound = atMost;
        calls = byOperation;
        return this;
    }

    public RunRecordBuilder throttled(int times) {
        throttles = times;
        return this;
    }

    public RunRecordBuilder delivered(int times, int taken, int onDisk) {
        requests = times;
        accepted = taken;
        parked = onDisk;
        return this;
    }

    public RunRecordBuilder lost(int points, int windows) {
        rejected = points;
        givenUp = windows;
        return this;
    }

    public RunRecordBuilder failed(int times, String first) {
        failures = times;
        error = first;
        return this;
    }

    public RunRecord record() {
        return new RunRecord(
                new RunIds().next(new RunKey(target.replace('/', '-'), job), started),
                target,
                job,
                started,
                started,
                duration,
                found,
                0,
                billed,
                bound,
                new TreeMap<>(calls),
                throttles,
                requests,
                accepted,
                parked,
                rejected,
                givenUp,
                0,
                Duration.ZERO,
                0,
                0,
                failures,
                error);
    }
}
