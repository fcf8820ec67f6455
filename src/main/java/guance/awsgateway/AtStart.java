package guance.awsgateway;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** Acts when the routes are up, and the schedules do not fire yet. */
final class AtStart extends MainListenerSupport {

    private final Runnable action;

    AtStart(Runnable action) {
        this.action = action;
    }

    @Override
    public void afterConfigure(BaseMainSupport main) {
        try {
            main.getCamelContext().addStartupListener((context, again) -> action.run());
        } catch (Exception e) {
            throw new IllegalStateException("Camel takes no listener", e);
        }
    }
}
