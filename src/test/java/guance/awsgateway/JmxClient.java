package guance.awsgateway;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXConnectorServerFactory;
import javax.management.remote.JMXServiceURL;

/** Reads and calls the collector's MBeans as jconsole would, over a connection of its own. */
final class JmxClient implements AutoCloseable {

    private final JMXConnectorServer server;
    private final JMXConnector connector;
    private final MBeanServerConnection connection;

    JmxClient() throws IOException {
        server =
                JMXConnectorServerFactory.newJMXConnectorServer(
                        new JMXServiceURL("service:jmx:rmi://"),
                        null,
                        ManagementFactory.getPlatformMBeanServer());
        server.start();
        connector = JMXConnectorFactory.connect(server.getAddress());
        connection = connector.getMBeanServerConnection();
    }

    /** One MBean. */
    final class Bean {
        private final ObjectName name;

        private Bean(String properties) throws JMException {
            name = new ObjectName("guance.awsgateway:" + properties);
        }

        Object get(String attribute) throws Exception {
            return connection.getAttribute(name, attribute);
        }

        Object call(String operation, Object... arguments) throws Exception {
            return connection.invoke(name, operation, arguments, signature(operation));
        }

        private String[] signature(String operation) throws Exception {
            MBeanOperationInfo info =
                    Arrays.stream(connection.getMBeanInfo(name).getOperations())
                            .filter(each -> each.getName().equals(operation))
                            .findFirst()
                            .orElseThrow();
            return Arrays.stream(info.getSignature())
                    .map(MBeanParameterInfo::getType)
                    .toArray(String[]::new);
        }
    }

    Bean job(String targetId, String job) throws JMException {
        return new Bean("type=job,target=%s,job=%s".formatted(targetId, job));
    }

    Bean collector() throws JMException {
        return new Bean("type=collector");
    }

    /** How many MBeans the collector has. */
    int beans() throws Exception {
        return connection.queryNames(new ObjectName("guance.awsgateway:*"), null).size();
    }

    @Override
    public void close() throws IOException {
        connector.close();
        server.stop();
    }
}
