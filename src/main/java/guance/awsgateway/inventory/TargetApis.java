package guance.awsgateway.inventory;

import guance.awsgateway.database.DatabaseException;
import guance.awsgateway.database.LostConnection;
import guance.awsgateway.target.AwsAdvice;
import guance.awsgateway.target.AwsClients;
import guance.awsgateway.target.Target;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The APIs of one target: each half as last listed, in memory and on disk. Runs that list at the
 * same time wait for each other.
 */
final class TargetApis {

    private static final Logger LOG = LoggerFactory.getLogger(TargetApis.class);

    /** CloudWatch names a series minutes after its API was made, so such a listing has them all. */
    private static final Duration NEWEST = Duration.ofMinutes(1);

    private final Target target;
    private final Supplier<AwsClients> aws;
    private final KeptInventories files;
    private final Clock clock;
    private final Map<Half, Stages> stages = new EnumMap<>(Half.class);
    private final SharedNames sharedNames;
    private final UnknownApis unknownApis = new UnknownApis();
    private final Map<Half, String> told = new EnumMap<>(Half.class);
    private volatile Map<Half, ListedHalf> halves;
    private Map<Half, ListedHalf> written;

    /**
     * @throws RuntimeException where the file cannot be read, or a newer version has written it
     */
    TargetApis(
            Target target,
            Supplier<AwsClients> aws,
            KeptInventories files,
            Duration stagesRefresh,
            Clock clock) {
        this.target = target;
        this.aws = aws;
        this.files = files;
        this.clock = clock;
        this.sharedNames = new SharedNames(target);
        for (Half half : Half.values()) {
            stages.put(half, new Stages(stagesRefresh, clock));
        }
        this.halves = files.read(target);
        this.written = halves;
    }

    /** Takes over what another node has listed, unless something of ours is not kept yet. */
    synchronized void takeUp() {
        if (halves == written) {
            halves = files.read(target);
            written = halves;
        }
    }

    Inventory inventory() {
        return Inventory.of(halves.values(), clock.instant());
    }

    /**
     * @throws RuntimeException where a page fails; the last list stays then
     */
    synchronized List<Api> list(Half half) {
        Instant now = clock.instant();
        List<Api> apis = half.listing(aws.get()).apis();
        Map<Half, ListedHalf> next = new EnumMap<>(Half.class);
        next.putAll(halves);
        next.put(half, halves.getOrDefault(half, ListedHalf.NONE).then(apis, now));
        halves = next;
        told.remove(half);
        sharedNames.tell(inventory().shared());
        return apis;
    }

    List<Api> withStages(Half half, List<Api> apis) {
        return stages.get(half).addTo(apis, half.listing(aws.get())::stages);
    }

    /**
     * Lists what was never listed, where there is such a half.
     *
     * @return the first that failed
     */
    Optional<FailedListing> complete() {
        return missing().isEmpty() ? Optional.empty() : listMissing();
    }

    private synchronized Optional<FailedListing> listMissing() {
        return listEach(missing());
    }

    private List<Half> missing() {
        return Stream.of(Half.values()).filter(half -> !halves.containsKey(half)).toList();
    }

    /**
     * Lists again where a dimension set names an API that no living one matches, unless a listing
     * has just answered that.
     *
     * @return the first half that failed
     */
    Optional<FailedListing> learn(Collection<? extends Map<String, String>> dimensionSets) {
        return isWorthListing(dimensionSets) ? relist(dimensionSets) : Optional.empty();
    }

    private synchronized Optional<FailedListing> relist(
            Collection<? extends Map<String, String>> dimensionSets) {
        if (!isWorthListing(dimensionSets)) {
            return Optional.empty();
        }
        Optional<FailedListing> failure =
                isNew() ? Optional.empty() : listEach(List.of(Half.values()));
        if (failure.isEmpty()) {
            unknownApis.stay(inventory().unknown(dimensionSets), clock.instant());
        }
        return failure;
    }

    private boolean isWorthListing(Collection<? extends Map<String, String>> dimensionSets) {
        return unknownApis.isAnyNew(inventory().unknown(dimensionSets), clock.instant());
    }

    private boolean isNew() {
        Instant now = clock.instant();
        return missing().isEmpty()
                && halves.values().stream()
                        .allMatch(half -> Age.isWithin(NEWEST, half.listed(), now));
    }

    private Optional<FailedListing> listEach(List<Half> wanted) {
        List<FailedListing> failures = new ArrayList<>();
        for (Half half : wanted) {
            try {
                list(half);
            } catch (RuntimeException e) {
                LOG.debug("{} {} cannot be listed", target.text(), half, e);
                failures.add(new FailedListing(half, e));
            }
        }
        keep();
        return failures.stream().findFirst();
    }

    /** Warns once of a half that fails the same way again and again. */
    synchronized void tell(FailedListing failure) {
        String sentence = AwsAdvice.sentence(failure.cause());
        if (!sentence.equals(told.put(failure.half(), sentence))) {
            LOG.warn(
                    Code.APIS_UNLISTED.marker(),
                    "metrics {}: series of APIs that are not listed yet go out without their tags:"
                            + " {}",
                    target.text(),
                    sentence);
        }
    }

    /** Writes what changed since it was written last; a disk that refuses is a warning. */
    synchronized void keep() {
        if (halves == written) {
            return;
        }
        try {
            files.write(target, halves);
            written = halves;
        } catch (DatabaseException e) {
            tell(e);
        } catch (IOException e) {
            LOG.warn(
                    Code.DISK_REFUSES.marker(),
                    "inventory {}: cannot be kept on disk, so a restart may lose tags: {}; check"
                            + " state.directory",
                    target.text(),
                    e.toString());
        }
    }

    /** That the database is away, the pulse tells; the next listing is kept. */
    private void tell(DatabaseException failure) {
        if (LostConnection.is(failure)) {
            LOG.debug("inventory {}: cannot be kept", target.text(), failure);
        } else {
            LOG.warn(
                    Code.DATABASE_AWAY.marker(),
                    "inventory {}: cannot be kept: {}",
                    target.text(),
                    failure.getMessage());
        }
    }
}
