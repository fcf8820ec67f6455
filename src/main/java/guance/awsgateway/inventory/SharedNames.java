package guance.awsgateway.inventory;

import guance.awsgateway.target.Target;
import guance.awsgateway.trouble.Code;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of REST APIs of one name, when that changes. */
final class SharedNames {

    private static final Logger LOG = LoggerFactory.getLogger(SharedNames.class);

    private final Target target;
    private SortedMap<String, List<String>> told = new TreeMap<>();

    SharedNames(Target target) {
        this.target = target;
    }

    /**
     * @param shared names, each with the ids that share it
     */
    synchronized void tell(SortedMap<String, List<String>> shared) {
        if (!shared.equals(told)) {
            shared.forEach(this::warn);
        }
        told = shared;
    }

    private void warn(String name, List<String> ids) {
        LOG.warn(
                Code.NAMES_SHARED.marker(),
                "objects {}: the REST APIs {} share the name {}, so CloudWatch has merged their"
                        + " metrics; rename all but one to tell them apart",
                target.text(),
                String.join(" and ", ids),
                name);
    }
}
