package guance.awsgateway.simulation;

/** The kinds of trouble that a simulation can be made of. */
enum Chaos {
    /** AWS throttles calls of every operation, at random. */
    THROTTLE,
    /** AWS answers 500, at random. */
    INTERNAL,
    /** AWS cuts connections, at random: no answer, as with a time-out. */
    CUT,
    /** A region denies everything for hours. */
    DENIED,
    /** ListMetrics is throttled for a while. */
    UNLISTED,
    /** Guance takes nothing for minutes, and once for six hours. */
    OUTAGE,
    /** Guance takes a batch, and its answer is lost, at random. */
    LOST_ANSWER,
    /** One metric of one dimension set is always answered with InternalError. */
    FAILING_METRIC,
    /** State, dead letters or both cannot be written. */
    FULL_DISK,
    /** The collector's clock goes an hour before or after the true time. */
    CLOCK,
    /** No firing for a while; then those missed come in a burst. */
    PAUSED,
    /** The node is down, for minutes or hours. */
    DOWN,
    /** The collector is stopped and started. */
    RESTART,
    /** The collector is killed in the middle of a run. */
    KILL,
    /** Minutes appear late, some after the delay, and their values grow. */
    LATE_VALUES,
    /** ListMetrics names new series up to 15 minutes late. */
    LATE_LISTING,
    /** APIs are created and deleted. */
    CHANGING_APIS,
    /** CloudWatch says of queries, at random and for a while, that it has a part only. */
    PARTIAL,
    /** The user chooses other metrics, statistics, grains or APIs, and starts again. */
    SETTINGS,
    /** The user polls every 5 or 10 minutes for a while, and starts again. */
    POLLING,
    /** The user has a step of his own in the routes for a while, which adds a tag. */
    USER_STEP,
    /** Four readers a target. Their order is the threads', so a seed is repeated but nearly. */
    READERS
}
