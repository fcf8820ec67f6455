package guance.awsgateway.delivery;

import guance.awsgateway.TestSettings;
import guance.awsgateway.point.Point;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The dead letters of a directory, without the routes. */
final class ParkedLetters implements AutoCloseable {

    static final String TARGET = "shop-eu-west-1";

    private final Clock clock;
    private final DeliveryBeans beans;

    ParkedLetters(Path directory, Clock clock, String... settings) {
        this.clock = clock;
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("dead-letter.directory=" + directory);
        beans = new DeliveryBeans(TestSettings.of(all.toArray(String[]::new)), () -> false, clock);
    }

    DeliveryBeans beans() {
        return beans;
    }

    void park(String category, Point... points) {
        DeadLetters letters = (DeadLetters) beans.all().get("deadLetters");
        letters.park(List.of(points), category, TARGET, new ConnectException("refused"), 0);
    }

    /** In the order in which they are sent, each accepted. */
    List<Point> replay() {
        return replay(letter -> {}, letter -> Delivery.accepted(letter.points().size()));
    }

    /**
     * @param drawn is told of each letter before it is settled
     * @param outcome of each
     * @return what was sent
     */
    List<Point> replay(Consumer<DeadLetter> drawn, Function<DeadLetter, Delivery> outcome) {
        Replay replay = beans.replay();
        List<Point> sent = new ArrayList<>();
        ReplayPass pass = replay.begin();
        while (pass.hasNext()) {
            DeadLetter letter = pass.next();
            drawn.accept(letter);
            sent.addAll(letter.points());
            replay.settle(letter, outcome.apply(letter));
        }
        replay.end(pass);
        return sent;
    }

    Point point(String name, Duration ago) {
        Instant time = clock.instant().minus(ago);
        long nanos = time.getEpochSecond() * 1_000_000_000;
        return new Point("m", Map.of("name", name), Map.of("a", 1.0), nanos);
    }

    @Override
    public void close() throws IOException {
        beans.close();
    }
}
