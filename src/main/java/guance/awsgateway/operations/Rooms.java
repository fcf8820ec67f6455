package guance.awsgateway.operations;

import guance.awsgateway.delivery.Replay;
import guance.awsgateway.metrics.Pace;
import guance.awsgateway.metrics.TargetStates;
import guance.awsgateway.metrics.Watermarks;
import guance.awsgateway.target.CallTally;
import guance.awsgateway.target.Targets;

/** What the rooms below tell of themselves, and what may be done there by hand. */
public record Rooms(
        Targets targets,
        TargetStates states,
        Watermarks watermarks,
        Pace pace,
        CallTally calls,
        Replay replay) {}
