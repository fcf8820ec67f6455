package guance.awsgateway.standin;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * @param number twelve digits
 * @param name for tests; AWS does not say it
 * @param accessKey the key id of its user {@code collector}; any secret will do
 * @param externalId what its role {@code collector} wants to be assumed with; null for nothing
 */
public record Account(
        String number,
        String name,
        String accessKey,
        String externalId,
        Map<String, Region> regions) {

    public static final String ROLE = "collector";

    /** With the access key {@code AKIA} + the number + {@code KEY1}. */
    public static Account of(String number, String name, Region... regions) {
        Map<String, Region> byId =
                Arrays.stream(regions).collect(Collectors.toMap(Region::id, Function.identity()));
        return new Account(number, name, "AKIA" + number + "KEY1", null, byId);
    }

    public Account externalId(String id) {
        return new Account(number, name, accessKey, id, regions);
    }

    /** In place of the region of that id. */
    public Account with(Region region) {
        Map<String, Region> changed = new HashMap<>(regions);
        changed.put(region.id(), region);
        return new Account(number, name, accessKey, externalId, changed);
    }

    public String roleArn(String partition) {
        return "arn:" + partition + ":iam::" + number + ":role/" + ROLE;
    }

    /**
     * @return an empty region where nothing was set up
     */
    public Region region(String id) {
        Region region = regions.get(id);
        return region == null ? Region.empty(id) : region;
    }
}
