package guance.awsgateway;

import org.apache.camel.CamelContext;
import org.apache.camel.StartupListener;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** Acts when the routes are up, and quartz, which comes behind, does not fire yet. */
final class AtStart extends MainListenerSupport {

    private final Runnable action;

    AtStart(Runnable action) {
        this.action = action;
    }

    @Override
    public void afterConfigure(BaseMainSupport main) {
        try {
            main.getCamelContext().addStartupListener(new WhenUp());
        } catch (Exception e) {
            throw new IllegalStateException("Camel takes no listener", e);
        }
    }

    private final class WhenUp implements StartupListener {

        @Override
        public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
            // The schedules are not there yet.
        }

        @Override
        public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) {
            action.run();
        }
    }
}
