package guance.awsgateway.simulation;

import guance.awsgateway.point.Point;
import guance.awsgateway.standin.GuanceArrival;
import guance.awsgateway.standin.GuanceStandin;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the metrics that have come, to Guance or to disk, into the ledger. */
final class Receipts {

    private static final String METRIC = "metric";

    private final GuanceStandin guance;
    private final Disk disk;
    private final Ledger ledger;
    private final Clock clock;
    private final Clock collectors;
    private final Map<String, List<Point>> parked = new LinkedHashMap<>();
    private Set<String> filesDone = Set.of();
    private int booked;
    private int done;

    Receipts(GuanceStandin guance, Disk disk, Ledger ledger, Clock clock, Clock collectors) {
        this.guance = guance;
        this.disk = disk;
        this.ledger = ledger;
        this.clock = clock;
        this.collectors = collectors;
    }

    /** Nothing that has come so far is of a request in flight. */
    synchronized void done() {
        done = booked + guance.arrivals(METRIC, booked).size();
        filesDone = files();
    }

    /**
     * After a kill: what was of requests in flight may come once more. Where the sender was not
     * told, the ledger knows already.
     */
    synchronized void killed() {
        guance.arrivals(METRIC, done).stream()
                .filter(GuanceArrival::told)
                .map(GuanceArrival::point)
                .forEach(this::excuse);
        disk.parked().stream()
                .filter(file -> !filesDone.contains(name(file)))
                .flatMap(file -> Disk.points(file).stream())
                .forEach(this::excuse);
    }

    private void excuse(Point point) {
        ledger.excuse(Place.of(point));
    }

    synchronized void book() {
        List<GuanceArrival> arrivals = guance.arrivals(METRIC, booked);
        booked += arrivals.size();
        arrivals.stream()
                .filter(arrival -> arrival.point().measurement().startsWith("aws_"))
                .forEach(each -> ledger.arrived(each, clock.instant(), collectors.instant()));
        disk.parked().forEach(this::book);
    }

    private void book(Path file) {
        if (!parked.containsKey(name(file))) {
            List<Point> points = Disk.points(file);
            parked.put(name(file), points);
            points.forEach(
                    each -> ledger.parked(each, name(file), clock.instant(), collectors.instant()));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** The names of what is parked. */
    Set<String> files() {
        return disk.parked().stream().map(Receipts::name).collect(Collectors.toSet());
    }

    /** What is parked, in the order in which it was. */
    List<Point> parked() {
        Set<String> left = files();
        return parked.entrySet().stream()
                .filter(each -> left.contains(each.getKey()))
                .flatMap(each -> each.getValue().stream())
                .toList();
    }
}
