package guance.awsgateway.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.disk.ForeignFileException;
import guance.awsgateway.disk.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/** Keeps the state of each target in a file of {@code state.directory}. */
final class StateFiles extends ServiceSupport implements StateRepository<String, TargetState> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final boolean readOnly;
    private final Clock clock;
    private final Supplier<TargetState> empty;

    /**
     * @param readOnly whether nothing on disk is changed, as in a dry run
     * @param empty makes the state of a target without one
     */
    StateFiles(Path directory, boolean readOnly, Clock clock, Supplier<TargetState> empty) {
        this.directory = directory;
        this.readOnly = readOnly;
        this.clock = clock;
        this.empty = empty;
    }

    /**
     * The whole state is on disk when it returns, except in a dry run.
     *
     * @throws UncheckedIOException where the disk refuses
     */
    @Override
    public void setState(String target, TargetState state) {
        StateFile content;
        synchronized (state) {
            content = new StateWriter(target, state).file();
        }
        try {
            file(target).write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be written: %s".formatted(file(target), e), e);
        }
    }

    /**
     * An empty one, where there is none yet or what is there is no state of this target.
     *
     * @throws RuntimeException where it cannot be read, or a newer version wrote it
     */
    @Override
    public TargetState getState(String target) {
        return file(target).read(json -> state(target, json)).orElseGet(empty);
    }

    private TargetState state(String target, JsonNode json) {
        StateFile file = JSON.convertValue(json, StateFile.class);
        if (!target.equals(file.target())) {
            throw new ForeignFileException("it is the state of " + file.target());
        }
        TargetState state = empty.get();
        new StateReader(file).into(state);
        return state;
    }

    private JsonFile file(String target) {
        Path file = directory.resolve(target + ".state.json");
        return new JsonFile(file, StateFile.FORMAT, readOnly, clock);
    }
}
