package guance.awsgateway.operations.log;

import ch.qos.logback.classic.LoggerContext;
import guance.awsgateway.trouble.Code;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ManagementAgent;
import org.apache.camel.support.LifecycleStrategySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the levels of the loggers by JMX once Camel has started; Camel's agent takes them away at
 * the stop. Without camel.main.jmx-enabled nothing is shown.
 */
public final class LevelsByJmx extends LifecycleStrategySupport {

    private static final String NAME = "guance.awsgateway:type=logLevels";
    private static final Logger LOG = LoggerFactory.getLogger(LevelsByJmx.class);

    @Override
    public void onContextStarted(CamelContext context) {
        ManagementAgent agent = context.getManagementStrategy().getManagementAgent();
        if (agent != null && LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            try {
                agent.register(new LogLevels(loggers), new ObjectName(NAME));
            } catch (JMException e) {
                LOG.warn(
                        Code.JMX_MISSING.marker(),
                        "JMX does not show the levels of the loggers: {}",
                        e.toString());
            }
        }
    }
}
