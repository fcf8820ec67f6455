package guance.awsgateway;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.CamelContextCustomizer;

/** Camel hands over its context here, before the routes are loaded. */
final class Inside implements CamelContextCustomizer {

    private final boolean pauses;
    private CamelContext context;

    /**
     * @param pauses whether there is one between two tries of a POST
     */
    Inside(boolean pauses) {
        this.pauses = pauses;
    }

    @Override
    public void configure(CamelContext camel) {
        context = camel;
        if (!pauses) {
            Processor atOnce =
                    exchange -> exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, 1L);
            camel.getRegistry().unbind("retryAfter");
            camel.getRegistry().bind("retryAfter", atOnce);
        }
    }

    /** The one that came last. */
    CamelContext context() {
        return context;
    }

    /** How many exchanges are under way in a route. */
    int inFlight(String route) {
        return context.getInflightRepository().size(route);
    }

    /** Once the routes run. */
    ProducerTemplate template() {
        return context.createProducerTemplate();
    }
}
