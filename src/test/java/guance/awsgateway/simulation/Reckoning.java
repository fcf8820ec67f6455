package guance.awsgateway.simulation;

import guance.awsgateway.settings.StatisticSettings;
import guance.awsgateway.simulation.Difference.What;
import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.GuanceArrival;
import guance.awsgateway.standin.Metric;
import guance.awsgateway.standin.Region;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The comparison of the simulation for programs that run by the real time. */
public final class Reckoning {

    private final TrueValues truth;
    private final Chosen chosen;

    /**
     * @param account {@code shop}, where no value is late
     * @param apis REST APIs, the same in all of its regions
     */
    public Reckoning(Account account, List<Api> apis) {
        Known known = new Steady(account, apis);
        truth = new TrueValues(known);
        chosen = new Chosen(Set.copyOf(StatisticSettings.KNOWN), place -> true);
    }

    private record Steady(Account account, List<Api> apis) implements Known {

        @Override
        public List<String> regions() {
            return List.copyOf(account.regions().keySet());
        }

        @Override
        public Region region(String id) {
            return account.regions().get(id);
        }

        @Override
        public boolean sends(Metric metric) {
            return true;
        }

        @Override
        public boolean holds(Place place) {
            return false;
        }

        @Override
        public Optional<Api> steady(Place place) {
            String name = place.dimensions().get("ApiName");
            return apis.stream().filter(api -> api.name().equals(name)).findFirst();
        }
    }

    /**
     * What of the metrics has arrived otherwise than it should, in words: each point once, and once
     * more only where its sender was not told, with the values and tags that it has at AWS.
     *
     * @param earliest nothing may be of before
     * @param from from here on nothing may be missing
     * @param to up to here
     * @param now when this is asked
     */
    public List<String> differences(
            List<GuanceArrival> arrivals, Instant earliest, Instant from, Instant to, Instant now) {
        Ledger ledger = new Ledger(truth, chosen, earliest, Choices.PATIENCE);
        arrivals.forEach(each -> ledger.arrived(each, now, now));
        Stream<Difference> whole =
                new Audit(truth, chosen, ledger, Set.of(), now, now)
                        .appended(earliest, now).stream()
                                .filter(each -> each.what() != What.LOST || isIn(each, from, to));
        return Stream.concat(ledger.differences().stream(), whole).map(Object::toString).toList();
    }

    private static boolean isIn(Difference lost, Instant from, Instant to) {
        Instant time = lost.place().time();
        return !time.isBefore(from) && time.isBefore(to);
    }
}
