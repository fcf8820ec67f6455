package guance.awsgateway.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.point.Point;
import guance.awsgateway.settings.StatisticSettings;
import guance.awsgateway.simulation.Difference.What;
import guance.awsgateway.standin.GuanceArrival;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The simulation sees what is wrong, and only that. */
class LedgerTest {

    private static final Instant FROM = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofMinutes(10));
    private static final Instant NOW = TO.plus(Duration.ofMinutes(5));
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));

    private final TrueValues truth = new TrueValues(company(Set.of()));
    private final RightPoints points = new RightPoints(truth, NOW);
    private final Chosen chosen = new Chosen(Set.copyOf(StatisticSettings.KNOWN), place -> true);
    private final Ledger ledger = new Ledger(truth, chosen, FROM, Choices.PATIENCE);

    private static Company company(Set<Chaos> kinds) {
        return new Company(1, Troubles.timeline(1, kinds));
    }

    @Test
    void whatArrivesOnceWithTheValuesOfItsReadingIsRight() {
        right().forEach(this::arrive);

        assertThat(ledger.differences()).isEmpty();
        assertThat(appended(Set.of())).isEmpty();
    }

    @Test
    void aPointThatDoesNotArriveIsLost() {
        List<Point> sent = right();
        Point lost = sent.remove(7);
        sent.forEach(this::arrive);

        assertThat(appended(Set.of())).containsExactly(What.LOST + " " + Place.of(lost));
        assertThat(overwritten(sent)).containsExactly(What.LOST + " " + Place.of(lost));
    }

    @Test
    void aFieldThatDoesNotArriveIsLost() {
        List<Point> sent = right();
        sent.set(3, RightPoints.changed(sent.get(3), "Count_Sum", null));
        sent.forEach(this::arrive);

        assertThat(appended(Set.of())).containsExactly(What.LOST + " " + Place.of(sent.get(3)));
    }

    @Test
    void aPointThatArrivesTwiceIsDoubledUnlessItIsExcused() {
        right().forEach(this::arrive);
        Point first = right().get(0);
        Point second = right().get(1);
        arrive(first);
        arrive(second);
        ledger.excuse(Place.of(second));

        assertThat(appended(Set.of())).containsExactly(What.DOUBLED + " " + Place.of(first));
        assertThat(overwritten(right())).containsExactly(What.DOUBLED + " " + Place.of(first));
    }

    @Test
    void aBatchWhoseAnswerWasLostMayComeOnceMore() {
        right().forEach(this::arrive);
        Point point = right().get(0);

        ledger.arrived(new GuanceArrival(point, false), NOW, NOW);
        assertThat(appended(Set.of())).isEmpty();
        arrive(point);

        assertThat(appended(Set.of())).containsExactly(What.DOUBLED + " " + Place.of(point));
    }

    @Test
    void whatIsParkedCountsWhileItIsThere() {
        List<Point> sent = right();
        Point parked = sent.remove(0);
        sent.forEach(this::arrive);
        ledger.parked(parked, "a.jsonl", NOW, NOW);

        assertThat(appended(Set.of("a.jsonl"))).isEmpty();
        assertThat(appended(Set.of())).containsExactly(What.LOST + " " + Place.of(parked));
        ledger.arrived(new GuanceArrival(parked, true), LATER, LATER);

        assertThat(appended(Set.of())).isEmpty();
        assertThat(appended(Set.of("a.jsonl")))
                .containsExactly(What.DOUBLED + " " + Place.of(parked));
    }

    @Test
    void aValueThatCloudWatchDidNotHaveIsWrong() {
        Point wrong = RightPoints.changed(right().get(5), "Count_Sum", 99.0);

        arrive(wrong);

        assertThat(texts(ledger.differences())).containsExactly(What.WRONG + " " + Place.of(wrong));
    }

    @Test
    void whatCloudWatchDoesNotHaveIsExtra() {
        Point early = points.between(FROM.minusSeconds(60), FROM).get(0);
        Point more = RightPoints.changed(right().get(2), "Nonsense_Sum", 1.0);

        arrive(early);
        arrive(more);

        assertThat(texts(ledger.differences()))
                .containsExactly(
                        What.EXTRA + " " + Place.of(early), What.EXTRA + " " + Place.of(more));
    }

    @Test
    void aPointThatDoesNotWaitForItsMetricIsEarly() {
        TrueValues holding = new TrueValues(company(EnumSet.of(Chaos.FAILING_METRIC)));
        Ledger patient = new Ledger(holding, chosen, FROM, Choices.PATIENCE);
        Point held =
                new RightPoints(holding, NOW)
                        .between(FROM, TO).stream()
                                .filter(p -> holding.holds(Place.of(p)))
                                .findFirst()
                                .orElseThrow();

        patient.arrived(new GuanceArrival(held, true), NOW, NOW);
        patient.arrived(new GuanceArrival(held, true), LATER, LATER);

        assertThat(texts(patient.differences())).containsExactly(What.EARLY + " " + Place.of(held));
    }

    @Test
    void tagsOfAnApiThatIsAlwaysThereDoNotFlip() {
        Point point = right().get(0);
        Map<String, String> fewer = new HashMap<>(point.tags());
        fewer.remove("api_name");
        Point flipped = new Point(point.measurement(), fewer, point.fields(), point.time());

        arrive(flipped);

        assertThat(texts(ledger.differences())).containsExactly(What.TAGS + " " + Place.of(point));
    }

    @Test
    void theNewestValueCountsWhereGuanceOverwrites() {
        List<Point> sent = right();
        Point old = RightPoints.changed(sent.get(4), "Count_Sum", 0.0);

        sent.add(0, old);
        assertThat(overwritten(sent)).isEmpty();
        sent.add(old);

        assertThat(overwritten(sent)).containsExactly(What.WRONG + " " + Place.of(old));
    }

    private List<Point> right() {
        return points.between(FROM, TO);
    }

    private void arrive(Point point) {
        ledger.arrived(new GuanceArrival(point, true), NOW, NOW);
    }

    private List<String> appended(Set<String> files) {
        return texts(new Audit(truth, chosen, ledger, files, NOW, TO).appended(FROM, TO));
    }

    private List<String> overwritten(List<Point> held) {
        Audit audit = new Audit(truth, chosen, ledger, Set.of(), NOW, TO);
        return texts(audit.overwritten(FROM, TO, held, List.of()));
    }

    private static List<String> texts(List<Difference> differences) {
        return differences.stream().map(each -> each.what() + " " + each.place()).toList();
    }
}
