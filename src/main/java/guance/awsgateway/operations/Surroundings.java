package guance.awsgateway.operations;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/**
 * What the process gives to who follows its runs.
 *
 * @param stopping whether it is on its way out
 * @param obstacle why a run may make no further call
 * @param camel null before the start
 * @param out where a dry run prints its points
 * @param origin which collector it is
 * @param reloads what became of the last edit
 * @param nodes who shares the targets
 */
public record Surroundings(
        BooleanSupplier stopping,
        Supplier<Optional<String>> obstacle,
        Supplier<CamelContext> camel,
        PrintStream out,
        Origin origin,
        Reloads reloads,
        Nodes nodes) {}
