package guance.awsgateway.metrics;

import software.amazon.awssdk.services.cloudwatch.model.MessageData;

/** GetMetricData answered, and said that the answer as a whole is not to be relied on. */
final class IncompleteAnswerException extends RuntimeException {

    IncompleteAnswerException(MessageData message) {
        super("GetMetricData answered %s: %s".formatted(message.code(), message.value()));
    }
}
