package guance.awsgateway.operations;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;

/** The routes by which the jobs fire, one a target and job: their ids, and whether they run. */
final class ScheduleRoutes {

    private final Supplier<CamelContext> camel;

    /**
     * @param camel null before the start
     */
    ScheduleRoutes(Supplier<CamelContext> camel) {
        this.camel = camel;
    }

    /** As the templates are instantiated. */
    static String id(String targetId, Job job) {
        return job + "-" + targetId;
    }

    boolean isSuspended(String targetId, Job job) {
        return status(targetId, job).filter(ServiceStatus::isSuspended).isPresent();
    }

    boolean isStarted(String targetId, Job job) {
        return status(targetId, job).filter(ServiceStatus::isStarted).isPresent();
    }

    /** Empty where nothing is scheduled. */
    Optional<ServiceStatus> status(String targetId, Job job) {
        return Optional.ofNullable(camel.get())
                .map(context -> context.getRouteController().getRouteStatus(id(targetId, job)));
    }
}
