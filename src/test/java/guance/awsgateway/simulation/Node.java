package guance.awsgateway.simulation;

import guance.awsgateway.Life;
import guance.awsgateway.operations.Job;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The machine that a collector lives on, one life after the other. */
final class Node implements AutoCloseable {

    private final Disk disk;
    private final URI aws;
    private final Clock clock;
    private Map<String, String> settings = Map.of();
    private boolean recipe;
    private Life life;

    /**
     * @param clock what it takes for the time
     */
    Node(Disk disk, URI aws, Clock clock) {
        this.disk = disk;
        this.aws = aws;
        this.clock = clock;
    }

    boolean isUp() {
        return life != null;
    }

    /**
     * Stops one that is up with anything else.
     *
     * @param wanted settings without directories, for the next start
     * @param withRecipe whether the routes have the user's own step
     */
    void set(Map<String, String> wanted, boolean withRecipe) {
        if (!wanted.equals(settings) || withRecipe != recipe) {
            stop();
        }
        settings = wanted;
        recipe = withRecipe;
    }

    void start() throws Exception {
        if (life == null) {
            life = Life.begin(aws, write(), recipe ? disk.folder() : Path.of(""), clock);
        }
    }

    private Path write() throws IOException {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("state.directory", disk.directory(Disk.STATE).toString());
        all.put("dead-letter.directory", disk.directory(Disk.DEAD_LETTER).toString());
        Files.createDirectories(disk.folder());
        if (recipe) {
            Recipe.write(disk.folder());
        }
        Path file = disk.folder().resolve("application.properties");
        return Files.write(file, all.entrySet().stream().map(Object::toString).toList());
    }

    /**
     * @return what no route has caught; null for nothing
     */
    Exception run(Job job, String target, Instant scheduled) {
        return life.run(job, target, scheduled);
    }

    /** Sends what is parked. */
    Exception replay() {
        return life.replay();
    }

    void stop() {
        if (life != null) {
            life.close();
            life = null;
        }
    }

    /** It was killed: what was kept of its disk is the disk from now on. */
    void bury() {
        stop();
        disk.nextLife();
    }

    /**
     * Whoever starts a collector makes room first; the disk is full again a step later.
     *
     * @param full the directory that cannot be written
     */
    void fill(Optional<String> full) throws IOException {
        for (String name : List.of(Disk.STATE, Disk.DEAD_LETTER)) {
            if (isUp() && full.filter(name::equals).isPresent()) {
                disk.fill(name);
            } else {
                disk.free(name);
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}
