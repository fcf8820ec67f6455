package guance.awsgateway.operations.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tries all at once, each in a thread of its own: one that hangs holds up no other. */
final class SideBySide {

    private SideBySide() {}

    /**
     * @return what they found, in their order
     */
    static List<Finding> findings(List<Callable<List<Finding>>> calls) throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool(SideBySide::daemon);
        try {
            List<Finding> all = new ArrayList<>();
            for (Future<List<Finding>> call : threads.invokeAll(calls)) {
                all.addAll(call.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "check");
        thread.setDaemon(true);
        return thread;
    }
}
