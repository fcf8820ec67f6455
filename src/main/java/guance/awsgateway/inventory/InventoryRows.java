package guance.awsgateway.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.database.Leases;
import guance.awsgateway.database.Packed;
import guance.awsgateway.target.Target;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The last good inventory of each target as a row of the database that several nodes share. */
public final class InventoryRows implements KeptInventories {

    /** Whose lease the listing of objects goes with. */
    private static final String JOB = "objects";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Leases leases;
    private final boolean readOnly;

    /**
     * @param readOnly whether nothing is changed, as in a dry run
     */
    public InventoryRows(Leases leases, boolean readOnly) {
        this.leases = leases;
        this.readOnly = readOnly;
    }

    /** A row that is no inventory of this target, or of a newer version, counts for none. */
    @Override
    public Map<Half, ListedHalf> read(Target target) {
        return leases
                .database()
                .query(
                        row -> row.getBytes(1),
                        "SELECT content FROM collector_inventory WHERE target = ?",
                        target.id())
                .stream()
                .findFirst()
                .flatMap(content -> halves(target, content))
                .orElseGet(Map::of);
    }

    private static Optional<Map<Half, ListedHalf>> halves(Target target, byte[] content) {
        try {
            JsonNode json = JSON.readTree(Packed.unpack(content));
            return json.path("format").intValue() == InventoryJson.FORMAT
                    ? Optional.of(InventoryJson.read(json, target.id()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A dry run has no lease, and needs none. */
    @Override
    public void requireLease(Target target) {
        if (!readOnly) {
            leases.require(target.id(), JOB);
        }
    }

    /**
     * @throws guance.awsgateway.database.OvertakenException where another node runs the target now
     * @throws guance.awsgateway.database.DatabaseException where nobody knows
     */
    @Override
    public void write(Target target, Map<Half, ListedHalf> halves) throws IOException {
        if (readOnly) {
            return;
        }
        byte[] content = JSON.writeValueAsBytes(InventoryJson.write(target.id(), halves));
        int written =
                leases.database()
                        .update(
                                """
                                INSERT INTO collector_inventory (target, content)
                                SELECT target, ? FROM (
                                    SELECT target FROM collector_lease
                                     WHERE target = ? AND process = ? FOR SHARE) AS mine
                                 LIMIT 1
                                ON CONFLICT (target) DO UPDATE SET content = excluded.content
                                """,
                                Packed.pack(content),
                                target.id(),
                                leases.self().process());
        if (written == 0) {
            throw leases.overtaken(target.id(), JOB);
        }
    }
}
