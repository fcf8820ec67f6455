package guance.awsgateway.simulation;

import guance.awsgateway.standin.Api;
import guance.awsgateway.standin.Metric;
import guance.awsgateway.standin.Region;
import java.util.List;
import java.util.Optional;

/** What a comparison has to know of the account {@code shop}. */
interface Known {

    List<String> regions();

    Region region(String id);

    /** Whether it is selected, and CloudWatch does not always fail to answer for it. */
    boolean sends(Metric metric);

    /** Whether its point has to wait for a metric that never comes. */
    boolean holds(Place place);

    /** The API that a point is of, where it is there from the beginning to the end. */
    Optional<Api> steady(Place place);
}
