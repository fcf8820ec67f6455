package guance.awsgateway.delivery;

import guance.awsgateway.point.LineProtocol;
import guance.awsgateway.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The beans of deliver and dead-letter, by the names that YAML uses. */
public final class DeliveryBeans implements AutoCloseable {

    private final Outlet outlet;
    private final Replay replay;
    private final Map<String, Object> beans = new LinkedHashMap<>();

    /**
     * Looks into {@code dead-letter.directory}.
     *
     * @param stopping whether the process is on its way out
     */
    public DeliveryBeans(Settings settings, BooleanSupplier stopping, Clock clock) {
        Path directory = settings.deadLetter().directory();
        LetterFolder parked = folder(directory.resolve("parked"));
        LetterFolder rejected = folder(directory.resolve("rejected"));
        DeadLetters letters = new DeadLetters(parked, settings.deadLetter(), clock);
        Rejects rejects = new Rejects(rejected, letters, settings.deadLetter(), clock);
        Circuit circuit = new Circuit(() -> !parked.isEmpty(), clock);
        Claims claims = new Claims(directory.resolve("parked"));
        outlet = new Outlet(circuit, letters);
        replay = new Replay(parked, letters, claims, circuit, stopping, clock);
        beans.put("lineProtocol", new LineProtocol());
        beans.put("gzip", new Gzip());
        beans.put("batches", new Batches(settings.guance()));
        beans.put("guanceHttp", new GuanceHttp(settings.guance()));
        beans.put("retryAfter", new RetryAfter(clock));
        beans.put("circuit", circuit);
        beans.put("circuits", circuit.registry());
        beans.put("deliveries", new Deliveries());
        beans.put("deadLetters", letters);
        beans.put("outlet", outlet);
        beans.put("rejects", rejects);
        beans.put("replay", replay);
        beans.put("verdicts", new Verdicts(circuit, rejects));
    }

    private static LetterFolder folder(Path path) {
        LetterFolder folder = new LetterFolder(path);
        folder.refresh();
        return folder;
    }

    public Map<String, Object> all() {
        return beans;
    }

    /** Whether points can go anywhere. */
    public Outlet outlet() {
        return outlet;
    }

    /** What is parked, and what became of it. */
    public Replay replay() {
        return replay;
    }

    @Override
    public void close() throws IOException {
        replay.close();
    }
}
