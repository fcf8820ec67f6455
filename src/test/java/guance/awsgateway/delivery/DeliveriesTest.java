package guance.awsgateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.point.Point;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private static final List<Point> TWO =
            List.of(
                    new Point("m", Map.of(), Map.of("a", 1.0), 1),
                    new Point("m", Map.of(), Map.of("a", 1.0), 2));
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Deliveries deliveries = new Deliveries();

    @Test
    void whatBecameOfTheBatchesAddsUp() {
        Exchange sum = deliveries.aggregate(null, batch(deliveries.accepted(TWO)));
        sum = deliveries.aggregate(sum, batch(Delivery.parked(3, "it is down")));
        sum = deliveries.aggregate(sum, batch(deliveries.accepted(TWO)));

        assertThat(sum.getMessage().getBody())
                .isEqualTo(new Delivery(4, 3, 0, List.of(), "it is down"));
    }

    @Test
    void aBatchThatCouldNotEvenBeParkedHasFailedAndTheNextGoesOn() {
        Exchange failed = batch(TWO);
        failed.setException(new IllegalStateException("the disk is full"));

        Exchange sum = deliveries.aggregate(null, failed);
        sum = deliveries.aggregate(sum, batch(deliveries.accepted(TWO)));

        assertThat(sum.getException()).isNull();
        assertThat(sum.getMessage().getBody())
                .isEqualTo(
                        new Delivery(
                                2, 0, 0, TWO, "java.lang.IllegalStateException: the disk is full"));
    }

    @Test
    void aLaterFailureIsTakenInToo() {
        Exchange failed = batch(TWO);
        failed.setException(new ConnectException("refused"));

        Exchange sum = deliveries.aggregate(null, batch(deliveries.accepted(TWO)));
        sum = deliveries.aggregate(sum, failed);

        assertThat(sum.getException()).isNull();
        assertThat(sum.getMessage().getBody())
                .isEqualTo(
                        new Delivery(
                                2,
                                0,
                                0,
                                TWO,
                                "Guance cannot be reached; check guance.url and the network"));
    }

    @Test
    void withoutABatchNothingBecameOfNothing() {
        assertThat(deliveries.none()).isEqualTo(new Delivery(0, 0, 0, List.of(), null));
    }

    private Exchange batch(Object body) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.setVariable("batch", TWO);
        exchange.getMessage().setBody(body);
        return exchange;
    }
}
