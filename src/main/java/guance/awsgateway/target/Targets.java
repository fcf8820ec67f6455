package guance.awsgateway.target;

import guance.awsgateway.settings.AccountSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The targets of the settings, by id. */
public final class Targets {

    private final Map<String, Target> byId = new LinkedHashMap<>();

    public Targets(List<AccountSettings> accounts) {
        for (AccountSettings account : accounts) {
            for (String region : account.regions()) {
                Target target = new Target(TargetId.of(account.name(), region), account, region);
                byId.put(target.id(), target);
            }
        }
    }

    /** In the order of the settings. */
    public List<Target> all() {
        return new ArrayList<>(byId.values());
    }

    /**
     * @throws IllegalArgumentException for an id that no target has, as a route of a user may name
     */
    public Target get(String id) {
        Target target = byId.get(id);
        if (target == null) {
            throw new IllegalArgumentException(
                    "no target '" + id + "'; the settings have " + byId.keySet());
        }
        return target;
    }
}
