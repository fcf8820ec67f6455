package guance.awsgateway.simulation;

import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.Lateness;
import guance.awsgateway.standin.Metric;
import guance.awsgateway.standin.Protocol;
import guance.awsgateway.standin.Region;
import guance.awsgateway.standin.Traffic;
import guance.awsgateway.standin.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One account with two regions, whose APIs come and go. */
final class Company implements Known {

    static final String NAME = "shop";
    static final String NUMBER = "111122223333";
    static final List<String> REGIONS = List.of("eu-west-1", "us-east-1");

    /** Those selected: enough for two requests in the first region, and three in the second. */
    static final Set<String> METRICS =
            new TreeSet<>(
                    List.of("5XXError", "5xx", "ConnectCount", "Count", "Latency", "MessageCount"));

    private static final Metric FAILING =
            new Metric(Metric.API_GATEWAY, "Latency", Map.of("ApiName", "orders"));
    private static final Traffic BUSY = new Traffic(4, 2, 0, Long.MAX_VALUE);
    private static final Traffic RARE = new Traffic(2, 90, 0, Long.MAX_VALUE);
    private static final int RARE_ONES = 6;
    private static final int FEW = 1;

    /** An API that is listed for a while. */
    private record Listed(String region, Api api, Instant from, Instant until) {}

    private final List<Listed> apis = new ArrayList<>();
    private final Map<String, Region> regions = new HashMap<>();
    private final SplittableRandom random;
    private final boolean fails;
    private final Predicate<Metric> partial;

    Company(long seed, Timeline timeline) {
        this(seed, timeline, metric -> false);
    }

    /**
     * @param partial whether CloudWatch has but a part of a metric at this moment
     */
    Company(long seed, Timeline timeline, Predicate<Metric> partial) {
        this.partial = partial;
        random = Troubles.random(seed, Chaos.CHANGING_APIS);
        fails = timeline.has(Chaos.FAILING_METRIC);
        steady(isLarge(seed) ? RARE_ONES : FEW);
        if (timeline.has(Chaos.CHANGING_APIS)) {
            changing();
        }
        SplittableRandom late = Troubles.random(seed, Chaos.LATE_VALUES);
        REGIONS.forEach(id -> regions.put(id, region(id, lateness(late, timeline))));
    }

    /** Half of them, of each kind of receiver: what trouble does is told by few APIs as well. */
    private static boolean isLarge(long seed) {
        return seed / 2 % 2 == 0;
    }

    private void steady(int rare) {
        Api orders = Api.rest("k3f9d0q2zm", "orders").tags(Map.of("team", "shop"));
        steady("eu-west-1", orders.traffic(BUSY));
        steady("eu-west-1", Api.rest("b5d563g3yx", "legacy").traffic(RARE));
        steady("eu-west-1", Api.http("p0o9i8u7y6", "orders").traffic(Traffic.SPARSE));
        steady("eu-west-1", Api.webSocket("w5x6y7z8a9", "chat").traffic(BUSY));
        steady("us-east-1", Api.http("m4n5b6v7c8", "Catalogue (imported)").traffic(BUSY));
        IntStream.range(0, rare)
                .mapToObj(i -> Api.rest("rare00000" + (char) ('a' + i), "rare-" + i).traffic(RARE))
                .forEach(api -> steady("us-east-1", api));
    }

    private void steady(String region, Api api) {
        apis.add(new Listed(region, api, Instant.MIN, Instant.MAX));
    }

    private void changing() {
        create("eu-west-1", Api.http("n0i1d2l3e4", "new-http"));
        create("eu-west-1", Api.rest("a1s2d3f4g5", "new-rest"));
        create("us-east-1", Api.webSocket("u7n3ov96ab", "new-chat"));
        Instant end = some();
        Api api = Api.rest("dd33ee44ff", "old").traffic(BUSY.until(end));
        apis.add(new Listed("us-east-1", api, Instant.MIN, end.plusSeconds(200)));
    }

    private void create(String region, Api api) {
        Instant first = some();
        Api busy = api.traffic(BUSY.from(first.plusSeconds(60L * random.nextInt(10))));
        apis.add(new Listed(region, busy, first, Instant.MAX));
    }

    private Instant some() {
        return Troubles.START.plus(Duration.ofMinutes(random.nextInt(60, 41 * 60)));
    }

    private static Lateness lateness(SplittableRandom random, Timeline timeline) {
        int appears = random.nextInt(8 * 60);
        int settles = appears + random.nextInt(12 * 60 - appears);
        int listed = random.nextInt(15 * 60 + 1);
        boolean late = timeline.has(Chaos.LATE_VALUES);
        return new Lateness(
                Duration.ofSeconds(late ? appears : 0),
                Duration.ofSeconds(late ? settles : 0),
                Duration.ofSeconds(timeline.has(Chaos.LATE_LISTING) ? listed : 0));
    }

    private Region region(String id, Lateness lateness) {
        Api[] all =
                apis.stream()
                        .filter(each -> each.region.equals(id))
                        .map(Listed::api)
                        .toArray(Api[]::new);
        return Region.of(id, lateness, all)
                .failing(this::fails, "InternalError")
                .failing(metric -> !fails(metric) && partial.test(metric), "PartialData");
    }

    /** Whether APIs were created or deleted between the two. */
    boolean changes(Instant before, Instant now) {
        return apis.stream()
                .flatMap(each -> Stream.of(each.from, each.until))
                .anyMatch(at -> at.isAfter(before) && !at.isAfter(now));
    }

    /** With the APIs that are listed at a time, and the metrics of all. */
    World at(Instant time) {
        Region[] now = REGIONS.stream().map(id -> at(id, time)).toArray(Region[]::new);
        return World.of(Account.of(NUMBER, NAME, now));
    }

    private Region at(String id, Instant time) {
        Api[] living =
                apis.stream()
                        .filter(each -> each.region.equals(id))
                        .filter(each -> !time.isBefore(each.from) && time.isBefore(each.until))
                        .map(Listed::api)
                        .toArray(Api[]::new);
        return new Region(
                id, Region.of(id, Lateness.NONE, living).assets(), regions.get(id).metrics());
    }

    @Override
    public Region region(String id) {
        return regions.get(id);
    }

    private boolean fails(Metric metric) {
        return fails && FAILING.equals(metric);
    }

    @Override
    public List<String> regions() {
        return REGIONS;
    }

    @Override
    public boolean sends(Metric metric) {
        return METRICS.contains(metric.name()) && !fails(metric);
    }

    @Override
    public boolean holds(Place place) {
        return fails && place.dimensions().equals(FAILING.dimensions());
    }

    @Override
    public Optional<Api> steady(Place place) {
        String id = place.dimensions().get("ApiId");
        String name = place.dimensions().get("ApiName");
        return apis.stream()
                .filter(each -> each.region.equals(place.region()))
                .filter(each -> each.from == Instant.MIN && each.until == Instant.MAX)
                .map(Listed::api)
                .filter(api -> id == null ? isRest(api, name) : api.id().equals(id))
                .findFirst();
    }

    private static boolean isRest(Api api, String name) {
        return api.protocol() == Protocol.REST && api.name().equals(name);
    }
}
