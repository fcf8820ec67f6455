package guance.awsgateway;

import guance.awsgateway.standin.World;
import java.io.IOException;

/**
 * Calls the program as a person would, in a directory with the settings of a bench, and keeps what
 * it prints.
 */
record Shell(Bench bench, Printed printed) implements AutoCloseable {

    Shell(World world) throws IOException {
        this(new Bench(world), new Printed());
    }

    /**
     * @return the exit code
     */
    int run(String... arguments) throws Exception {
        bench.write();
        return Main.run(bench.folder, bench.clock, arguments);
    }

    @Override
    public void close() throws Exception {
        printed.close();
        bench.close();
    }
}
