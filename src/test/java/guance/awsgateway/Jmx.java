package guance.awsgateway;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** All that Camel and the collector show by JMX. */
final class Jmx {

    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    private Jmx() {}

    /**
     * Every attribute of every MBean, and what every operation without parameters that dumps
     * something answers: routes, statistics, traced exchanges.
     */
    static List<String> dump() throws JMException {
        List<String> dump = new ArrayList<>();
        for (ObjectName name : names()) {
            dump.add(name.toString());
            for (MBeanAttributeInfo attribute : SERVER.getMBeanInfo(name).getAttributes()) {
                dump.add(attribute.getName() + "=" + attribute(name, attribute));
            }
            for (MBeanOperationInfo operation : SERVER.getMBeanInfo(name).getOperations()) {
                if (operation.getName().startsWith("dump")
                        && operation.getSignature().length == 0) {
                    dump.add(operation.getName() + "=" + operation(name, operation));
                }
            }
        }
        return dump;
    }

    private static Set<ObjectName> names() throws JMException {
        Set<ObjectName> names = new TreeSet<>();
        for (String domain : List.of("org.apache.camel", "guance.awsgateway")) {
            names.addAll(SERVER.queryNames(new ObjectName(domain + ":*"), null));
        }
        return names;
    }

    private static String attribute(ObjectName name, MBeanAttributeInfo attribute) {
        try {
            return text(SERVER.getAttribute(name, attribute.getName()));
        } catch (JMException | RuntimeException e) {
            return e.toString();
        }
    }

    private static String operation(ObjectName name, MBeanOperationInfo operation) {
        try {
            return text(SERVER.invoke(name, operation.getName(), null, null));
        } catch (JMException | RuntimeException e) {
            return e.toString();
        }
    }

    private static String text(Object value) {
        if (value instanceof Object[] array) {
            return Arrays.stream(array).map(Jmx::text).toList().toString();
        }
        if (value instanceof TabularData table) {
            return table.values().stream().map(Jmx::text).toList().toString();
        }
        if (value instanceof CompositeData composite) {
            return composite.values().stream().map(Jmx::text).toList().toString();
        }
        return String.valueOf(value);
    }
}
