package guance.awsgateway.delivery;

import guance.awsgateway.point.Point;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/** Adds up what became of the batches of one body, also of those whose parking failed. */
public final class Deliveries implements AggregationStrategy {

    /** What a batch that Guance accepted leaves as the body. */
    public Delivery accepted(List<Point> batch) {
        return Delivery.accepted(batch.size());
    }

    /** What no batch at all leaves as the body. */
    public Delivery none() {
        return Delivery.NONE;
    }

    @Override
    public Exchange aggregate(Exchange sum, Exchange batch) {
        Delivery one = delivery(batch);
        batch.setException(null);
        Delivery before = sum == null ? Delivery.NONE : sum.getMessage().getBody(Delivery.class);
        Exchange result = sum == null ? batch : sum;
        result.getMessage().setBody(before.plus(one));
        return result;
    }

    @SuppressWarnings("unchecked")
    private static Delivery delivery(Exchange batch) {
        if (batch.getException() == null) {
            return batch.getMessage().getBody(Delivery.class);
        }
        List<Point> points = batch.getVariable("batch", List.class);
        return Delivery.failed(points, GuanceAdvice.sentence(batch.getException()));
    }
}
