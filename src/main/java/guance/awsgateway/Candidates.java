package guance.awsgateway;

import guance.awsgateway.routes.RouteFiles;
import guance.awsgateway.routes.RouteProblem;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.settings.SettingsException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Makes of an edit what could run, and tries it apart from what runs.
 *
 * @param again reads the settings once more
 */
record Candidates(Callable<Loaded> again, Clock clock) {

    /**
     * @param running what the edition was made of
     * @throws Refusal with every problem
     * @throws Exception where the settings cannot be read
     */
    Edition of(Content edited, Content running, Edition edition) throws Exception {
        boolean same = edited.settings().equals(running.settings());
        Loaded loaded = same ? edition.loaded() : loaded();
        if (edited.routes().isEmpty() && running.routes().isPresent()) {
            throw new Refusal(
                    "routes/ is gone; put it back, or restart to run the routes in the jar");
        }
        RouteFiles routes = edited.routes().orElse(edition.routes());
        List<RouteProblem> problems = Trial.of(loaded, routes, clock);
        if (!problems.isEmpty()) {
            throw new Refusal(
                    problems.stream().map(Object::toString).collect(Collectors.joining("; ")));
        }
        return new Edition(loaded, routes);
    }

    private Loaded loaded() throws Exception {
        try {
            return again.call();
        } catch (SettingsException e) {
            throw new Refusal(String.join("; ", e.problems()));
        }
    }
}
