package guance.awsgateway;

import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.LifecycleStrategySupport;

/** Acts when Camel is asked to stop, by whomever, before it waits for what is in flight. */
final class AtStop extends MainListenerSupport {

    private final Runnable action;

    AtStop(Runnable action) {
        this.action = action;
    }

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        main.getCamelContext()
                .addLifecycleStrategy(
                        new LifecycleStrategySupport() {
                            @Override
                            public void onContextStopping(CamelContext context) {
                                action.run();
                            }
                        });
    }
}
