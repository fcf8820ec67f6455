package guance.awsgateway.inventory;

import java.util.List;
import java.util.Map;

/** Asks AWS for one half of the APIs of a target, all pages. */
interface ApiListing {

    /** Without their stages. */
    List<Api> apis();

    /**
     * @return none where the API is gone by now
     */
    List<Map<String, Object>> stages(String apiId);
}
