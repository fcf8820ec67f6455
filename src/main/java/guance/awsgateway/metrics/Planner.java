package guance.awsgateway.metrics;

import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.settings.Receiver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Decides which windows a run opens, which it cuts, and which are given up. */
public final class Planner {

    private final MetricSettings settings;
    private final Reach reach;

    public Planner(MetricSettings settings, Receiver receiver) {
        this.settings = settings;
        this.reach = Reach.of(receiver);
    }

    /**
     * @param interval from one run to the next: the longest that the live window can be
     * @param watermark up to where the target has planned; null at its first start
     * @param open what earlier runs have left, oldest first
     * @param swept up to where all series were read; null before, and without a probe
     */
    Plan plan(
            Instant now,
            Duration interval,
            Instant watermark,
            List<OpenWindow> open,
            long nextId,
            Instant swept) {
        Draft draft = new Draft(settings, reach, at(now), now, nextId);
        open.forEach(draft::keep);
        draft.join();
        boolean sweeps = Sweep.isDue(settings.probe(), swept, draft.settled());
        Instant planned = draft.open(watermark, interval, sweeps ? swept : null);
        Instant done = settings.probe() ? planned : null;
        return new Plan(
                planned,
                draft.settled(),
                draft.windows(),
                draft.nextId(),
                draft.givenUp(),
                sweeps && draft.opens() ? done : swept,
                settings.probe() && !sweeps && draft.opens() ? draft.nextId() - 1 : 0);
    }

    /** The first period that is of use to the receiver, and that CloudWatch still has. */
    Instant oldest(Instant now) {
        return at(now).alignUp(now.minus(reach.back()));
    }

    /** Up to where windows may be read. */
    Instant settled(Instant now) {
        return at(now).settled();
    }

    /** Down to a period boundary. */
    Instant align(Instant time) {
        return at(time).alignDown(time);
    }

    private WindowPlanner at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new WindowPlanner(settings.period(), settings.delay(), clock);
    }
}
