package guance.awsgateway;

import guance.awsgateway.operations.Reloads;
import guance.awsgateway.target.Stopwatch;
import java.io.PrintStream;
import java.time.Clock;

/**
 * What the process gives to a collector.
 *
 * @param out where a dry run prints its points
 * @param stopwatch by which calls of AWS are limited, and wait
 * @param reloads what became of the last edit
 */
record Outside(PrintStream out, Clock clock, Stopwatch stopwatch, Reloads reloads) {

    static Outside of(PrintStream out, Clock clock, Stopwatch stopwatch) {
        return new Outside(out, clock, stopwatch, new Reloads(clock));
    }
}
