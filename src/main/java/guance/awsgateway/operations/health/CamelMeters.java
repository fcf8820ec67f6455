package guance.awsgateway.operations.health;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.List;
import java.util.Map;

/** Camel's meters by Prometheus' conventions: labels in lower case, a help text for each. */
final class CamelMeters implements MeterFilter {

    /** The other tags are the same on every meter, as there is one context. */
    private static final Map<String, String> LABELS = Map.of("routeId", "route");

    private static boolean isCamels(Meter.Id id) {
        return id.getName().startsWith("camel.");
    }

    /** What nothing here ever counts: no broker redelivers, and no route is reloaded by Camel. */
    @Override
    public MeterFilterReply accept(Meter.Id id) {
        boolean idle =
                id.getName().equals("camel.exchanges.external.redeliveries")
                        || id.getName().equals("camel.routes.reloaded");
        return idle ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!isCamels(id)) {
            return id;
        }
        List<Tag> tags =
                id.getTags().stream()
                        .filter(tag -> LABELS.containsKey(tag.getKey()))
                        .map(tag -> Tag.of(LABELS.get(tag.getKey()), tag.getValue()))
                        .toList();
        return new Meter.Id(id.getName(), Tags.of(tags), id.getBaseUnit(), help(id), id.getType());
    }

    private static String help(Meter.Id id) {
        String given = id.getDescription();
        return given == null || given.isBlank() ? "Camel's " + id.getName() + "." : given;
    }
}
