package guance.awsgateway.operations.page;

import guance.awsgateway.operations.JobControl;
import guance.awsgateway.operations.Origin;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The beans of the page, by the names that YAML uses. */
public final class PageBeans {

    private final Map<String, Object> beans = new LinkedHashMap<>();

    /** Reads the files of the page, and takes now for the start of the process. */
    public PageBeans(Sources from, Origin origin, JobControl control, Clock clock) {
        Door door = new Door(from.settings().management(), clock);
        Letters letters = new Letters(from.delivery());
        Traffic traffic = new Traffic(from.targets(), clock);
        Status status = new Status(from, letters, door, origin, clock);
        Actions actions = new Actions(from.targets(), control);
        beans.put("api", new Api(from, status, traffic, letters, actions, clock));
        beans.put("door", door);
        beans.put("encodedQueries", new EncodedQueries());
        beans.put("pageFiles", new PageFiles());
        beans.put("pageHeaders", new PageHeaders());
        beans.put("traffic", traffic);
    }

    public Map<String, Object> all() {
        return beans;
    }
}
