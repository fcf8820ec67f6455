package guance.awsgateway.operations.health;

import static guance.awsgateway.operations.health.JobMeters.PREFIX;

import guance.awsgateway.delivery.Outlet;
import guance.awsgateway.delivery.Parking;
import guance.awsgateway.delivery.Replay;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** The figures of what Guance takes and does not, of all targets together. */
final class DeliveryMeters implements MeterBinder {

    private final Outlet outlet;
    private final Replay replay;

    DeliveryMeters(Outlet outlet, Replay replay) {
        this.outlet = outlet;
        this.replay = replay;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(PREFIX + "receiver.accepting", outlet, DeliveryMeters::accepting)
                .description("1 while Guance takes batches, 0 while they are parked at once.")
                .register(registry);
        parked(registry, "parked.batches", "Batches on disk, to be sent again.", Parking::batches);
        parked(registry, "parked.bytes", "Bytes on disk, to be sent again.", Parking::bytes);
        parked(registry, "parked.quota.bytes", "What dead-letter.quota allows.", Parking::quota);
        replayed(registry, "accepted", each -> each.sum().accepted());
        replayed(registry, "rejected", each -> each.sum().rejected());
        replayed(registry, "expired", Replay::expired);
    }

    private static double accepting(Outlet outlet) {
        return outlet.trouble().isEmpty() ? 1 : 0;
    }

    private void parked(
            MeterRegistry registry, String name, String text, ToDoubleFunction<Parking> figure) {
        Gauge.builder(PREFIX + name, outlet, each -> figure.applyAsDouble(each.parking()))
                .description(text)
                .register(registry);
    }

    private void replayed(MeterRegistry registry, String outcome, ToDoubleFunction<Replay> figure) {
        FunctionCounter.builder(PREFIX + "replayed.points", replay, figure)
                .description("Points that had been parked, by what became of them.")
                .tag("outcome", outcome)
                .register(registry);
    }
}
