package guance.awsgateway.operations.page;

import guance.awsgateway.operations.Job;
import guance.awsgateway.operations.JobControl;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what a button or a script asks for; {@link JobControl} says so in the log. */
final class Actions {

    private static final Logger LOG = LoggerFactory.getLogger(Actions.class);
    private static final Pattern JOB =
            Pattern.compile("/api/jobs/([a-z0-9-]+)/([a-z]+)/(run|suspend|resume)");

    private final Targets targets;
    private final JobControl control;

    Actions(Targets targets, JobControl control) {
        this.targets = targets;
        this.control = control;
    }

    /**
     * @param asked let in as an action
     * @throws RefusedRequestException for a target, job or action that there is not, and for a run
     *     where one goes on
     */
    Answer answer(Asked asked) throws Exception {
        LOG.debug("{}, asked for by {}", asked.path(), asked.client());
        if (asked.path().equals("/api/replay")) {
            int parked = control.replay();
            return Answer.done(
                    parked == 0 ? "nothing is parked" : "parked batches are sent again: " + parked);
        }
        Matcher matcher = JOB.matcher(asked.path());
        if (!matcher.matches()) {
            throw new RefusedRequestException(404, "there is no such action; see the README");
        }
        return act(matcher.group(3), target(matcher.group(1)), job(matcher.group(2)));
    }

    private Answer act(String action, Target target, Job job) throws Exception {
        String label = job + " " + target.text();
        return switch (action) {
            case "run" -> run(label, target, job);
            case "suspend" -> {
                control.suspend(target.id(), job);
                yield Answer.done(label + " is suspended, until it is resumed or a restart");
            }
            default -> {
                control.resume(target.id(), job);
                yield Answer.done(label + " runs by its schedule again");
            }
        };
    }

    private Answer run(String label, Target target, Job job) throws RefusedRequestException {
        if (!control.runNow(target.id(), job)) {
            String where =
                    control.runsOn(target.id(), job).map(node -> " on node " + node).orElse("");
            throw new RefusedRequestException(409, label + " runs already" + where);
        }
        return Answer.done(label + " begins to run");
    }

    /**
     * @throws RefusedRequestException where no target has the id
     */
    Target target(String id) throws RefusedRequestException {
        Optional<Target> target =
                targets.all().stream().filter(each -> each.id().equals(id)).findFirst();
        return target.orElseThrow(
                () -> new RefusedRequestException(404, "there is no such target; see /api/status"));
    }

    /**
     * @throws RefusedRequestException for another name than a job's
     */
    static Job job(String name) throws RefusedRequestException {
        return Stream.of(Job.values())
                .filter(job -> job.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedRequestException(404, "a job is objects or metrics"));
    }
}
