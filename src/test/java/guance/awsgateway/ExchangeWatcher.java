package guance.awsgateway;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Writes down what exchanges carry after every step: headers, variables, properties of Camel's own
 * such as CamelToEndpoint, and exceptions with their stack traces.
 */
final class ExchangeWatcher implements InterceptStrategy {

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode node, Processor step, Processor next) {
        return new DelegateAsyncProcessor(step) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                return super.process(
                        exchange,
                        done -> {
                            add(exchange.getAllProperties());
                            add(exchange.getMessage().getHeaders());
                            add(exchange.getVariables());
                            add(exchange.getException());
                            callback.done(done);
                        });
            }
        };
    }

    private void add(Map<String, Object> values) {
        values.forEach((key, value) -> add(value instanceof Throwable ? value : key + "=" + value));
    }

    private void add(Object value) {
        if (value instanceof Throwable failure) {
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            seen.add(text.toString());
        } else {
            seen.add(String.valueOf(value));
        }
    }
}
