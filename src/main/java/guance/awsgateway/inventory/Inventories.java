package guance.awsgateway.inventory;

import guance.awsgateway.settings.ApiSettings;
import guance.awsgateway.settings.ObjectSettings;
import guance.awsgateway.target.AwsClients;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lists the APIs of the targets, and keeps what was listed last, chosen or not, for the join. */
public final class Inventories {

    private final Targets targets;
    private final KeptInventories kept;
    private final boolean stages;
    private final boolean every;
    private final Map<String, TargetApis> byTarget = new LinkedHashMap<>();

    /**
     * @param clients those of a target, by its id
     * @throws RuntimeException where a file cannot be read, or a newer version has written it
     */
    public Inventories(
            Targets targets,
            Function<String, AwsClients> clients,
            ObjectSettings objects,
            ApiSettings apis,
            KeptInventories kept,
            Clock clock) {
        this.targets = targets;
        this.kept = kept;
        this.stages = objects.stages();
        this.every = apis.choosesAll();
        for (Target target : targets.all()) {
            byTarget.put(
                    target.id(),
                    new TargetApis(
                            target,
                            () -> clients.apply(target.id()),
                            kept,
                            objects.stagesRefresh(),
                            clock));
        }
    }

    /** What is listed apart, REST APIs first. */
    public List<Half> halves() {
        return List.of(Half.values());
    }

    /**
     * Calls AWS for every API of one half, and for their stages where objects.stages says so and
     * they are due; as a run of the objects, which other nodes may take over meanwhile.
     *
     * @throws RuntimeException where a page fails; the last list of this half serves the join then.
     *     Also where another node runs the objects of the target now, or may
     */
    public List<Api> list(String targetId, Half half) {
        Target target = targets.get(targetId);
        TargetApis known = known(targetId);
        kept.requireLease(target);
        List<Api> listed = known.list(half);
        List<Api> apis = stages ? known.withStages(half, listed) : listed;
        kept.requireLease(target);
        return apis;
    }

    /** Takes over what another node has listed, as a run of the target begins here. */
    public void takeUp(String targetId) {
        known(targetId).takeUp();
    }

    /** Writes the inventory to disk, so that tags do not flip over a restart. */
    public void keep(String targetId) {
        known(targetId).keep();
    }

    /**
     * The last inventory; lists the half that there is none of yet. Where that fails, it is empty
     * with a warning: metrics are worth sending unjoined.
     *
     * @throws RuntimeException where only some APIs are chosen, which nobody can tell without it
     */
    public Inventory of(String targetId) {
        TargetApis known = known(targetId);
        Optional<FailedListing> failure = known.complete();
        if (failure.isPresent() && !every) {
            throw failure.get().cause();
        }
        failure.ifPresent(known::tell);
        return known.inventory();
    }

    /**
     * The newest inventory, listed again where a series names an API that it does not know. Where
     * that fails, the last one with a warning. What stays unknown is asked for again after an hour.
     *
     * @param dimensionSets of AWS/ApiGateway; those without ApiId and ApiName do not count
     */
    public Inventory knowing(
            String targetId, Collection<? extends Map<String, String>> dimensionSets) {
        TargetApis known = known(targetId);
        known.learn(dimensionSets).ifPresent(known::tell);
        return known.inventory();
    }

    private TargetApis known(String targetId) {
        return byTarget.get(targets.get(targetId).id());
    }
}
