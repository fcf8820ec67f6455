package guance.awsgateway.metrics;

import guance.awsgateway.disk.JsonFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/** Keeps the state of each target in a file of {@code state.directory}. */
final class StateFiles extends ServiceSupport implements StateRepository<String, TargetState> {

    private final Path directory;
    private final Supplier<TargetState> empty;
    private final Clock clock;

    /**
     * @param empty makes the state of a target without one
     */
    StateFiles(Path directory, Supplier<TargetState> empty, Clock clock) {
        this.directory = directory;
        this.empty = empty;
        this.clock = clock;
    }

    /** The whole state is on disk when it returns, or an exception says why not. */
    @Override
    public void setState(String target, TargetState state) {
        StateFile file;
        synchronized (state) {
            file = new StateWriter(target, state).file();
        }
        file(target).write(file);
    }

    /** An empty one, where there is none yet or what is there is no state of this target. */
    @Override
    public TargetState getState(String target) {
        return file(target).read(file -> read(target, file)).orElseGet(empty);
    }

    private TargetState read(String target, StateFile file) {
        if (!target.equals(file.target())) {
            throw new IllegalArgumentException("it is the state of " + file.target());
        }
        TargetState state = empty.get();
        new StateReader(file).into(state);
        return state;
    }

    private JsonFile<StateFile> file(String target) {
        return new JsonFile<>(
                directory.resolve(target + ".state.json"),
                StateFile.FORMAT,
                StateFile.class,
                clock);
    }
}
