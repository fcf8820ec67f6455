package guance.awsgateway.operations;

import guance.awsgateway.delivery.Delivery;
import guance.awsgateway.metrics.Plan;
import guance.awsgateway.trouble.Code;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log says of a run: its first failure, what is lost for good, and how it went. */
final class RunTale {

    /** README shows its lines under this name. */
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private RunTale() {}

    static void givenUp(Run run, List<Plan.GivenUp> windows) {
        LOG.warn(
                Code.WINDOWS_GIVEN_UP.marker(),
                "{}: {}",
                run.label(),
                windows.stream().map(Object::toString).collect(Collectors.joining("; ")));
    }

    /**
     * @param missing what CloudWatch did not answer whole
     */
    static void incomplete(Run run, String missing) {
        LOG.error(
                Code.AWS_INCOMPLETE.marker(),
                "{}: {}; their points wait for it, at most metrics.patience",
                run.label(),
                missing);
    }

    static void undelivered(Run run, Delivery delivery) {
        LOG.error(
                Code.NEITHER_SENT_NOR_PARKED.marker(),
                "{}: {} points could be neither sent nor parked: {}",
                run.label(),
                delivery.failed(),
                delivery.reason());
    }

    /**
     * @param first of the run; the others are seen at debug
     */
    static void failed(Run run, Throwable failure, boolean first) {
        if (first) {
            LOG.error(
                    Failure.code(failure).marker(),
                    "{}: {}",
                    run.label(),
                    Failure.sentence(failure));
        }
        LOG.debug("{} failed", run.label(), failure);
    }

    static void probeMissed(Run run, RunRecord record) {
        LOG.warn(
                Code.PROBE_MISSED.marker(),
                "{}: the hourly reading of all series has brought {} points that the request"
                        + " counts had not told of, up to an hour late; if that goes on, raise"
                        + " metrics.settle where CloudWatch is late, or set metrics.probe=false",
                run.label(),
                record.probeMissed());
    }

    static void ended(Run run, RunRecord record) {
        LOG.info(
                "{}: {} {}, {} points accepted, {} parked{}, in {} ms: {}",
                run.label(),
                record.found(),
                record.job() == Job.OBJECTS ? "APIs" : "series",
                record.accepted(),
                record.parked(),
                record.besides(),
                record.duration().toMillis(),
                record.outcome());
    }
}
