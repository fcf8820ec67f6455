package guance.awsgateway.operations.log;

import guance.awsgateway.operations.Run;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.slf4j.MDC;

/**
 * Puts the id of the run into every line that a step of a route logs, in whatever thread: by the
 * variable {@code run} of the exchange. Camel finds it among the beans by its type.
 *
 * <p>Not camel-mdc 4.18.0: it clears what it has set after the first inner step, and wants the id
 * as a property.
 */
public final class RunInLog implements InterceptStrategy {

    /** In the MDC. */
    static final String KEY = "run";

    private static final String VARIABLE = "run";

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor next) {
        return new Named(target);
    }

    private static final class Named extends DelegateAsyncProcessor {

        Named(Processor step) {
            super(step);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            if (!(exchange.getVariable(VARIABLE) instanceof Run run)) {
                return super.process(exchange, callback);
            }
            String before = MDC.get(KEY);
            MDC.put(KEY, run.id());
            try {
                return super.process(exchange, callback);
            } finally {
                restore(before);
            }
        }

        private static void restore(String before) {
            if (before == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, before);
            }
        }
    }
}
