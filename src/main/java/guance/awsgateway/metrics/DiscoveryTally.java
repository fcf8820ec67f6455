package guance.awsgateway.metrics;

import guance.awsgateway.settings.StatisticSettings;
import java.util.Collection;
import java.util.HashSet;

/**
 * Counts what a listing names, page by page; filled by one thread.
 *
 * <p>What is left out is counted and not kept, as it may be many times what is read: a series that
 * two pages name counts twice there.
 */
public final class DiscoveryTally {

    private final StatisticSettings statistics;
    private final DemandTally otherGrains;
    private final DemandTally otherMetrics;
    private int pages;

    public DiscoveryTally(StatisticSettings statistics) {
        this.statistics = statistics;
        this.otherGrains = new DemandTally(statistics);
        this.otherMetrics = new DemandTally(statistics);
    }

    /** One ListMetrics request was made. */
    void page() {
        pages++;
    }

    void add(Series series, Choice choice) {
        switch (choice) {
            case OTHER_GRAIN -> otherGrains.add(series);
            case OTHER_METRIC -> otherMetrics.add(series);
            case READ, OTHER -> {}
        }
    }

    /**
     * @param read the series that are read, named by this listing or not
     */
    public Discovered discovered(Collection<Series> read) {
        DemandTally all = new DemandTally(statistics);
        new HashSet<>(read).forEach(all::add);
        return new Discovered(all.result(), otherGrains.result(), otherMetrics.result(), pages);
    }
}
