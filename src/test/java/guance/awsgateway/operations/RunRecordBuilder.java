package guance.awsgateway.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The record of a run in which nothing happened, but for what is said here. */
final class RunRecordBuilder {

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
    private int failures;
    private String error;

    RunRecordBuilder(String target, Job job, Instant started) {
        this.target = target;
        this.job = job;
        this.started = started;
    }

    RunRecordBuilder took(Duration time) {
        duration = time;
        return this;
    }

    RunRecordBuilder found(int number) {
        found = number;
        return this;
    }

    RunRecordBuilder called(int billable, int atMost, Map<String, Integer> byOperation) {
        billed = billable;
        bound = atMost;
        calls = byOperation;
        return this;
    }

    RunRecordBuilder throttled(int times) {
        throttles = times;
        return this;
    }

    RunRecordBuilder delivered(int times, int taken, int onDisk) {
        requests = times;
        accepted = taken;
        parked = onDisk;
        return this;
    }

    RunRecordBuilder failed(int times, String first) {
        failures = times;
        error = first;
        return this;
    }

    RunRecord record() {
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
                0,
                0,
                0,
                Duration.ZERO,
                0,
                0,
                failures,
                error);
    }
}
