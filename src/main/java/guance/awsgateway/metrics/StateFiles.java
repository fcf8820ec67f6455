package guance.awsgateway.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.disk.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/** Keeps the state of each target in a file of {@code state.directory}. */
final class StateFiles extends ServiceSupport implements StateRepository<String, TargetState> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final Supplier<TargetState> empty;

    /**
     * @param empty makes the state of a target without one
     */
    StateFiles(Path directory, Supplier<TargetState> empty) {
        this.directory = directory;
        this.empty = empty;
    }

    /**
     * The whole state is on disk when it returns.
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
     * @throws UncheckedIOException where it cannot be read, or a newer version wrote it
     */
    @Override
    public TargetState getState(String target) {
        try {
            return file(target).read(json -> state(target, json)).orElseGet(empty);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private TargetState state(String target, JsonNode json) {
        StateFile file = JSON.convertValue(json, StateFile.class);
        if (!target.equals(file.target())) {
            throw new IllegalArgumentException("it is the state of " + file.target());
        }
        TargetState state = empty.get();
        new StateReader(file).into(state);
        return state;
    }

    private JsonFile file(String target) {
        return new JsonFile(directory.resolve(target + ".state.json"), StateFile.FORMAT);
    }
}
