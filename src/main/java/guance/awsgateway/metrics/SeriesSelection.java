package guance.awsgateway.metrics;

import guance.awsgateway.inventory.ChosenApis;
import guance.awsgateway.inventory.Inventory;
import guance.awsgateway.settings.MetricSelection;
import guance.awsgateway.settings.MetricSettings;
import java.util.List;

/** Which series are read; grains and APIs concern {@code AWS/ApiGateway} alone. */
final class SeriesSelection {

    private final MetricSettings settings;
    private final ChosenApis apis;

    SeriesSelection(MetricSettings settings, ChosenApis apis) {
        this.settings = settings;
        this.apis = apis;
    }

    List<String> namespaces() {
        return settings.selection().namespaces();
    }

    boolean selects(Series series, Inventory inventory) {
        DimensionSet set = series.set();
        return settings.selection().selects(set.namespace(), series.metric())
                && (!set.namespace().equals(MetricSelection.API_GATEWAY)
                        || settings.grains().includes(set.dimensions().keySet())
                                && apis.reads(inventory, set.dimensions()));
    }
}
