package guance.awsgateway.metrics;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exact dimensions of a series, in one namespace.
 *
 * @param dimensions sorted by name, as the tag {@code Dimensions} lists them; empty for the roll-up
 */
public record DimensionSet(String namespace, SortedMap<String, String> dimensions) {

    public DimensionSet {
        dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    }
}
