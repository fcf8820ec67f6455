package guance.awsgateway.metrics;

import guance.awsgateway.target.OddAnswerException;
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
    private String next;

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

    /**
     * Goes on by the token of a page, null on the last of a namespace.
     *
     * @throws OddAnswerException where it is the one of the page before: this would never end
     */
    void turn(String token) {
        if (token != null && token.equals(next)) {
            throw new OddAnswerException(
                    "ListMetrics gave the token of an earlier page again, so its pages have no end;"
                            + " check what answers in place of AWS (AWS_ENDPOINT_URL)");
        }
        next = token;
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
