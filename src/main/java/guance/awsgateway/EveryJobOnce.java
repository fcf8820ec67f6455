package guance.awsgateway;

import guance.awsgateway.operations.DirectRoutes;
import guance.awsgateway.operations.Job;
import guance.awsgateway.target.Target;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs as a schedule would: targets side by side, objects before metrics. */
final class EveryJobOnce {

    private EveryJobOnce() {}

    /** Returns when all have ended. */
    static void run(List<Target> targets, DirectRoutes routes) {
        ExecutorService sideBySide = Executors.newFixedThreadPool(targets.size());
        try {
            targets.stream()
                    .map(each -> CompletableFuture.runAsync(() -> run(each, routes), sideBySide))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            sideBySide.shutdown();
        }
    }

    private static void run(Target target, DirectRoutes routes) {
        for (Job job : Job.values()) {
            routes.collect(target, job);
        }
    }
}
