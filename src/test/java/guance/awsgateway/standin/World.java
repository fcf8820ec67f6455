package guance.awsgateway.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Every account that the stand-in knows. */
public record World(List<Account> accounts) {

    public static World of(Account... accounts) {
        return new World(List.of(accounts));
    }

    /** The account {@code shop} alone. */
    public static World shop(Region... regions) {
        return of(Account.of("111122223333", "shop", regions));
    }

    /** With these APIs in eu-west-1, where nothing is late. */
    public static World shop(Api... apis) {
        return shop(Region.of("eu-west-1", Lateness.NONE, apis));
    }

    /** Two accounts, three regions, a little of everything. */
    public static World demo() {
        return DemoWorld.make();
    }

    /**
     * One account {@code shop} with one region, eu-west-1.
     *
     * @param activePercent how many APIs have requests every minute; the others one in a day
     */
    public static World large(int apis, int activePercent) {
        return large(apis, activePercent, new Traffic(2, 1440, 0, Long.MAX_VALUE));
    }

    /**
     * As {@link #large(int, int)}.
     *
     * @param others the traffic of those that are not active
     */
    public static World large(int apis, int activePercent, Traffic others) {
        return LargeWorld.make(apis, activePercent, others);
    }

    /**
     * One account {@code shop} with one region, eu-west-1: REST APIs {@code service-0} and so on,
     * each with seven metrics at the grain ApiName and a value in every minute at any time.
     */
    public static World steady(int apis) {
        return SteadyWorld.make(apis);
    }

    /**
     * @return the account of that name
     */
    public Account account(String name) {
        return find(account -> account.name().equals(name)).orElseThrow();
    }

    Optional<Account> byAccessKey(String key) {
        return find(account -> account.accessKey().equals(key));
    }

    Optional<Account> byNumber(String number) {
        return find(account -> account.number().equals(number));
    }

    private Optional<Account> find(Predicate<Account> wanted) {
        return accounts.stream().filter(wanted).findFirst();
    }

    /**
     * What a collector must bring, once everything has settled.
     *
     * @param from on a boundary of the period, at most 13 days before to
     * @return every datapoint that starts in [from, to)
     */
    public Map<Datapoint, Statistics> truth(
            String account, String region, Instant from, Instant to, Duration period) {
        Instant settled = to.plus(Duration.ofDays(1));
        return account(account).region(region).metrics().truth(from, to, period, settled);
    }

    /** With one region exchanged, as when an API is created or deleted. */
    public World with(String account, Region region) {
        return new World(
                accounts.stream()
                        .map(each -> each.name().equals(account) ? each.with(region) : each)
                        .toList());
    }
}
