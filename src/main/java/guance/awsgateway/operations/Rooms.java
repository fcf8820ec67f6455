package guance.awsgateway.operations;

import guance.awsgateway.metrics.Pace;
import guance.awsgateway.metrics.TargetStates;
import guance.awsgateway.target.CallTally;
import guance.awsgateway.target.Targets;

/** What the rooms below tell of themselves. */
public record Rooms(Targets targets, TargetStates states, Pace pace, CallTally calls) {}
