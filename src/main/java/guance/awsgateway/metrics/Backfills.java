package guance.awsgateway.metrics;

import guance.awsgateway.inventory.ChosenApis;
import guance.awsgateway.inventory.Inventory;
import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.target.Targets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says how far the gaps of each target are filled: in the log every ten seconds while they are, and
 * to whoever asks. Gaps are the open windows of all series but the newest that was planned.
 */
public final class Backfills {

    private static final Logger LOG = LoggerFactory.getLogger(Backfills.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Targets targets;
    private final TargetStates states;
    private final Duration settle;
    private final SeriesSelection selection;
    private final Clock clock;
    private final Map<String, Work> works = new ConcurrentHashMap<>();

    /**
     * A back-fill under way.
     *
     * @param most minutes that were ever open, weighed by the sets that were
     * @param told when it was looked at last
     * @param aloud whether a line has told of it
     */
    private record Work(
            Instant began, double most, Instant told, boolean aloud, Backfill figures) {}

    public Backfills(
            Targets targets,
            TargetStates states,
            MetricSettings settings,
            ChosenApis apis,
            Clock clock) {
        this.targets = targets;
        this.states = states;
        this.settle = settings.settle();
        this.selection = new SeriesSelection(settings, apis);
        this.clock = clock;
    }

    /** The step after each request and each window. */
    public void tell(String target, Inventory inventory) {
        List<OpenWindow> gaps = gaps(target);
        if (gaps.isEmpty()) {
            end(target);
            return;
        }
        works.compute(target, (id, work) -> next(id, work, gaps, inventory));
    }

    /** The first look is silent: most gaps are filled within seconds. */
    private Work next(String target, Work work, List<OpenWindow> gaps, Inventory inventory) {
        Instant now = clock.instant();
        if (work != null && now.isBefore(work.told().plus(PAUSE))) {
            return work;
        }
        double left = gaps.stream().mapToDouble(gap -> left(target, gap, inventory)).sum();
        double most = work == null ? left : Math.max(left, work.most());
        double done = most == 0 ? 0 : 1 - left / most;
        Instant began = work == null ? now : work.began();
        Backfill figures = figures(target, gaps, done, Backfill.end(began, now, done));
        if (work != null) {
            LOG.info("metrics {}: {}", targets.get(target).text(), figures.text());
        }
        return new Work(began, most, now, work != null, figures);
    }

    private void end(String target) {
        Work work = works.remove(target);
        if (work != null && work.aloud()) {
            LOG.info(
                    "metrics {}: the gaps are filled, in {} s",
                    targets.get(target).text(),
                    Duration.between(work.began(), clock.instant()).toSeconds());
        }
    }

    private List<OpenWindow> gaps(String target) {
        TargetState state = states.of(target);
        Instant watermark = state.watermark();
        return state.open().stream()
                .filter(one -> !one.isReadBack() && one.window().to().isBefore(watermark))
                .toList();
    }

    /** Minutes, of which a set that is done takes its part away. */
    private double left(String target, OpenWindow gap, Inventory inventory) {
        long sets =
                states.of(target).remaining(gap.id(), settle).stream()
                        .filter(series -> selection.selects(series, inventory))
                        .map(Series::set)
                        .distinct()
                        .count();
        double all = sets + gap.done().size();
        return gap.window().length().toMinutes() * (all == 0 ? 1 : sets / all);
    }

    private static Backfill figures(
            String target, List<OpenWindow> gaps, double done, Optional<Instant> end) {
        return new Backfill(
                target,
                gaps.stream().map(gap -> gap.window().from()).min(Instant::compareTo).orElseThrow(),
                gaps.stream().map(gap -> gap.window().to()).max(Instant::compareTo).orElseThrow(),
                done,
                gaps.size(),
                end);
    }

    /**
     * How far a target is, as of at most some seconds ago while its gaps are being filled.
     *
     * @return empty where it has no gap
     */
    public Optional<Backfill> of(String target) {
        List<OpenWindow> gaps = gaps(target);
        if (gaps.isEmpty()) {
            return Optional.empty();
        }
        Work work = works.get(target);
        return Optional.of(
                work == null ? figures(target, gaps, 0, Optional.empty()) : work.figures());
    }

    /** Of the targets that have gaps, in the order of the settings. */
    public List<Backfill> all() {
        return targets.all().stream().flatMap(each -> of(each.id()).stream()).toList();
    }
}
