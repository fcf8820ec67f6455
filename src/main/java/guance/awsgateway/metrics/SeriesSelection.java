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

    /** What becomes of a series. */
    Choice choice(Series series, Inventory inventory) {
        boolean metric = selectsMetric(series);
        boolean grain = selectsGrain(series);
        if (!metric && !grain || isApiGateway(series) && !isChosen(series, inventory)) {
            return Choice.OTHER;
        }
        if (!metric) {
            return Choice.OTHER_METRIC;
        }
        return grain ? Choice.READ : Choice.OTHER_GRAIN;
    }

    private boolean isChosen(Series series, Inventory inventory) {
        return apis.reads(inventory, series.set().dimensions());
    }

    boolean selectsMetric(Series series) {
        return settings.selection().selects(series.set().namespace(), series.metric());
    }

    boolean selectsGrain(Series series) {
        return !isApiGateway(series)
                || settings.grains().includes(series.set().dimensions().keySet());
    }

    private static boolean isApiGateway(Series series) {
        return series.set().namespace().equals(MetricSelection.API_GATEWAY);
    }
}
