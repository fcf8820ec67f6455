package guance.awsgateway.metrics;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What ListMetrics names in one run, page by page; filled by one thread. */
public final class Listing {

    private final String client;
    private final boolean recent;
    private final Set<Series> series = new LinkedHashSet<>();
    private final DiscoveryTally tally;
    private final Optional<Instant> last;
    private boolean complete;

    /**
     * @param client the bean of the client to list with
     * @param last the run of the last whole listing before; empty before one
     * @param tally of what is not read
     * @param recent whether it names the series of the last three hours only
     */
    Listing(String client, boolean recent, Optional<Instant> last, DiscoveryTally tally) {
        this.last = last;
        this.tally = tally;
        this.client = client;
        this.recent = recent;
    }

    /** The bean of the client to list with. */
    public String client() {
        return client;
    }

    boolean isRecent() {
        return recent;
    }

    Set<Series> series() {
        return series;
    }

    Optional<Instant> last() {
        return last;
    }

    DiscoveryTally tally() {
        return tally;
    }

    void complete() {
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    /** The dimensions of each set, which tell of APIs. */
    public Collection<SortedMap<String, String>> dimensions() {
        return series.stream().map(one -> one.set().dimensions()).distinct().toList();
    }
}
