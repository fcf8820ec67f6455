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
        return choice(series, inventory) == Choice.READ;
    }

    Choice choice(Series series, Inventory inventory) {
        DimensionSet set = series.set();
        boolean metric = settings.selection().selects(set.namespace(), series.metric());
        boolean ours = set.namespace().equals(MetricSelection.API_GATEWAY);
        boolean grain = !ours || settings.grains().includes(set.dimensions().keySet());
        if (!metric && !grain || ours && !apis.reads(inventory, set.dimensions())) {
            return Choice.OTHER;
        }
        if (!metric) {
            return Choice.OTHER_METRIC;
        }
        return grain ? Choice.READ : Choice.OTHER_GRAIN;
    }
}
