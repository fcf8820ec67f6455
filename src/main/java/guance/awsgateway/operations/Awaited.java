package guance.awsgateway.operations;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.InflightRepository;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Prepares what goes beside a run, so that a stop waits for it from now on: the wire tap of Camel
 * 4.18.0 counts it only once a thread has taken it up, and with {@code --once} that is too late.
 */
public final class Awaited implements Processor {

    /** The route that it goes to. */
    private static final String ROUTE = "heartbeat";

    @Override
    public void process(Exchange beside) {
        InflightRepository inflight = beside.getContext().getInflightRepository();
        inflight.add(beside, ROUTE);
        beside.getExchangeExtension()
                .addOnCompletion(
                        new SynchronizationAdapter() {
                            @Override
                            public void onDone(Exchange done) {
                                inflight.remove(beside, ROUTE);
                            }
                        });
    }
}
