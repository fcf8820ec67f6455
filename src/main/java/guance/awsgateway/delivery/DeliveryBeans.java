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

    private final GuanceHttp http;
    private final Outlet outlet;
    private final LetterFolders folders;
    private final Replay replay;
    private final Map<String, Object> beans = new LinkedHashMap<>();

    /**
     * Looks into {@code dead-letter.directory}.
     *
     * @param stopping whether the process is on its way out
     */
    public DeliveryBeans(Settings settings, BooleanSupplier stopping, Clock clock) {
        Path directory = settings.deadLetter().directory();
        folders = LetterFolders.of(settings.deadLetter());
        LetterFolder parked = folders.parked();
        DeadLetters letters = new DeadLetters(parked, settings.deadLetter(), clock);
        Rejects rejects = new Rejects(folders.rejected(), letters, settings.deadLetter(), clock);
        Circuit circuit = new Circuit(() -> !parked.isEmpty(), clock);
        Claims claims = new Claims(directory.resolve("parked"));
        http = new GuanceHttp(settings.guance(), settings.proxies());
        Settling settling = new Settling(parked);
        outlet = new Outlet(circuit, letters);
        Expiry expiry = new Expiry(settings.deadLetter().maxAge(), clock);
        Hold hold = new Hold(settings.guance().receiver(), clock);
        replay =
                new Replay(
                        folders, letters, claims, settling, expiry, hold, circuit, stopping, clock);
        beans.put("lineProtocol", new LineProtocol());
        beans.put("gzip", new Gzip());
        beans.put("batches", new Batches(settings.guance()));
        beans.put("guanceHttp", http);
        beans.put("retryAfter", new RetryAfter(clock));
        beans.put("circuit", circuit);
        beans.put("circuits", circuit.registry());
        beans.put("deliveries", new Deliveries());
        beans.put("deadLetters", letters);
        beans.put("hold", hold);
        beans.put("outlet", outlet);
        beans.put("rejects", rejects);
        beans.put("replay", replay);
        beans.put("superseding", new Superseding(folders, claims, settling));
        beans.put("verdicts", new Verdicts(circuit, rejects));
    }

    public Map<String, Object> all() {
        return beans;
    }

    /** Cuts what is under way to Guance, to be parked. */
    public void cut() {
        http.cut();
    }

    /** Whether points can go anywhere. */
    public Outlet outlet() {
        return outlet;
    }

    /** What is parked and rejected. */
    public LetterFolders folders() {
        return folders;
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
