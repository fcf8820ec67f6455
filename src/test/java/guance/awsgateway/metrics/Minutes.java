package guance.awsgateway.metrics;

import guance.awsgateway.TestClock;
import guance.awsgateway.TestSettings;
import guance.awsgateway.inventory.ChosenApis;
import guance.awsgateway.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** What decides about the minutes of one target, put together as for the routes. */
final class Minutes {

    final TestClock clock;
    final Settings settings;
    final TargetStates states;
    final Windows windows;
    final Discovery discovery;
    final Sent sent;

    /** Without a disk. */
    Minutes(TestClock clock, String... lines) {
        this(clock, false, TestSettings.of(lines));
    }

    /**
     * @param directory of the state
     */
    static Minutes on(Path directory, TestClock clock, String... lines) {
        String[] all = TestSettings.lines(lines, "state.directory=" + directory);
        return new Minutes(clock, true, TestSettings.of(all));
    }

    private Minutes(TestClock clock, boolean kept, Settings settings) {
        this.clock = clock;
        this.settings = settings;
        this.states =
                TargetStates.load(
                        settings, TestSettings.targets(settings), kept, Optional.empty(), clock);
        Planner planner = new Planner(settings.metrics(), settings.guance().receiver());
        Intervals intervals = new Intervals(settings.metrics(), (target, scheduled) -> scheduled);
        ChosenApis apis = new ChosenApis(settings.apis());
        this.windows =
                new Windows(states, settings.metrics(), planner, intervals, apis, this::awsNow);
        this.discovery =
                new Discovery(states, settings.metrics(), planner, intervals, apis, this::awsNow);
        this.sent =
                new Sent(
                        TestSettings.targets(settings),
                        states,
                        settings.metrics(),
                        this::awsNow,
                        clock);
    }

    Instant awsNow(String target) {
        return clock.instant();
    }
}
