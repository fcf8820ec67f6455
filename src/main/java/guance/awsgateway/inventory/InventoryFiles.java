package guance.awsgateway.inventory;

import guance.awsgateway.disk.JsonFile;
import guance.awsgateway.settings.StateSettings;
import guance.awsgateway.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The last good inventory of each target as a file of the state directory. */
public final class InventoryFiles implements KeptInventories {

    private final Path directory;
    private final boolean readOnly;
    private final Clock clock;

    /**
     * @param readOnly whether nothing on disk is changed, as in a dry run
     */
    public InventoryFiles(StateSettings state, boolean readOnly, Clock clock) {
        this.directory = state.directory();
        this.readOnly = readOnly;
        this.clock = clock;
    }

    /**
     * Sets aside what is no inventory of this target, with a warning.
     *
     * @return nothing where there is no file, or none of use
     * @throws RuntimeException where it cannot be read, or a newer version has written it
     */
    @Override
    public Map<Half, ListedHalf> read(Target target) {
        return file(target).read(json -> InventoryJson.read(json, target.id())).orElseGet(Map::of);
    }

    /** There is no other node. */
    @Override
    public void requireLease(Target target) {}

    /** Does nothing in a dry run. */
    @Override
    public void write(Target target, Map<Half, ListedHalf> halves) throws IOException {
        file(target).write(InventoryJson.write(target.id(), halves));
    }

    private JsonFile file(Target target) {
        Path file = directory.resolve(target.id() + ".inventory.json");
        return new JsonFile(file, InventoryJson.FORMAT, readOnly, clock);
    }
}
