package guance.awsgateway.metrics;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The request counts that one window is asked for, and what came of it; several threads fill it.
 */
public final class Probing {

    private final List<Gate> gates;
    private final List<MetricRequest> requests;
    private final Set<DimensionSet> quiet = new HashSet<>();

    /**
     * @param gates the APIs that are asked about
     */
    Probing(List<Gate> gates, List<MetricRequest> requests) {
        this.gates = List.copyOf(gates);
        this.requests = List.copyOf(requests);
    }

    /** None where there is nothing to ask. */
    public List<MetricRequest> requests() {
        return requests;
    }

    /** Only a whole answer without a datapoint says that there was no traffic. */
    synchronized void add(Answer answer) {
        List<Query> queries = answer.request().queries();
        for (int from = 0; from < queries.size(); ) {
            int to = answer.request().endOfSet(from);
            if (answer.isWhole(from, to) && answer.isEmpty(from, to)) {
                quiet.add(queries.get(from).set());
            }
            from = to;
        }
    }

    /** The dimension sets of the APIs without traffic. */
    synchronized List<DimensionSet> quiet() {
        return gates.stream()
                .filter(gate -> quiet.contains(gate.counts().get(0).set()))
                .flatMap(gate -> gate.sets().stream())
                .toList();
    }
}
