package guance.awsgateway.operations;

import guance.awsgateway.metrics.Watermarks.Move;
import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.target.Target;
import java.time.Duration;

/** What a person is told of a watermark that is moved by hand, before and after. */
final class MoveText {

    private MoveText() {}

    static String of(Target target, Move move, MetricSettings settings) {
        String from = "metrics %s: the watermark %s".formatted(target.text(), move.from());
        if (move.from().equals(move.to())) {
            return from + " stays where it is, and what was open before it stays open";
        }
        long minutes = Duration.between(move.from(), move.to()).abs().toMinutes();
        return from
                + (move.to().isBefore(move.from())
                        ? (" goes back to %s: the next run reads these %s minutes again, AWS bills"
                                                + " them again, and Guance gets them again: ")
                                        .formatted(move.to(), minutes)
                                + twice(settings)
                        : " goes forward to %s: the %s minutes between are never read"
                                .formatted(move.to(), minutes));
    }

    private static String twice(MetricSettings settings) {
        return settings.resendChanged()
                ? "metrics.resend=changed says that the receiver overwrites, so they stand there"
                        + " once"
                : "a receiver that appends will hold them twice, and its sums count them twice";
    }
}
