package guance.awsgateway.inventory;

import guance.awsgateway.settings.ApiSettings;
import guance.awsgateway.settings.ObjectSettings;
import guance.awsgateway.target.AwsAdvice;
import guance.awsgateway.target.AwsClients;
import guance.awsgateway.target.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the APIs of the targets, and keeps what was listed last, chosen or not, for the join. */
public final class Inventories {

    private static final Logger LOG = LoggerFactory.getLogger(Inventories.class);

    private final Targets targets;
    private final Function<String, AwsClients> clients;
    private final boolean stages;
    private final boolean every;
    private final Map<String, Inventory> last = new ConcurrentHashMap<>();

    /**
     * @param clients those of a target, by its id
     */
    public Inventories(
            Targets targets,
            Function<String, AwsClients> clients,
            ObjectSettings objects,
            ApiSettings apis) {
        this.targets = targets;
        this.clients = clients;
        this.stages = objects.stages();
        this.every = apis.choosesAll();
    }

    /**
     * Calls AWS for every API of the target, REST APIs first.
     *
     * @throws RuntimeException where a page fails; the last inventory stays then
     */
    public List<Api> list(String targetId) {
        return list(targetId, stages);
    }

    /**
     * The last inventory; lists the APIs where there is none yet. Where that fails, an empty one
     * with a warning: metrics are worth sending unjoined.
     *
     * @throws RuntimeException where only some APIs are chosen, which nobody can tell without it
     */
    public Inventory of(String targetId) {
        Inventory known = last.get(targetId);
        return known == null ? first(targetId) : known;
    }

    private Inventory first(String targetId) {
        try {
            list(targetId, false);
            return last.get(targetId);
        } catch (RuntimeException e) {
            if (!every) {
                throw e;
            }
            LOG.warn(
                    "metrics {}: sent without the tags of their APIs: {}",
                    targets.get(targetId).text(),
                    AwsAdvice.sentence(e));
            return Inventory.EMPTY;
        }
    }

    private List<Api> list(String targetId, boolean withStages) {
        AwsClients aws = clients.apply(targetId);
        List<Api> apis = new ArrayList<>(new RestApis(aws.rest()).list(withStages));
        apis.addAll(new HttpApis(aws.http()).list(withStages));
        Inventory inventory = new Inventory(apis);
        Inventory before = last.put(targetId, inventory);
        if (before == null || !before.shared().equals(inventory.shared())) {
            warnOfShared(targetId, inventory);
        }
        return apis;
    }

    private void warnOfShared(String targetId, Inventory inventory) {
        inventory
                .shared()
                .forEach(
                        (name, ids) ->
                                LOG.warn(
                                        "objects {}: the REST APIs {} share the name {}, so"
                                                + " CloudWatch has merged their metrics; rename all"
                                                + " but one to tell them apart",
                                        targets.get(targetId).text(),
                                        String.join(" and ", ids),
                                        name));
    }
}
