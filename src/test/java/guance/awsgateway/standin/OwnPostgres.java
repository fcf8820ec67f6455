package guance.awsgateway.standin;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL for all tests of a class, which are skipped where none is installed. */
public final class OwnPostgres implements BeforeAllCallback, AfterAllCallback {

    private Postgres postgres;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        assumeTrue(
                Postgres.isInstalled(),
                "skipped: PostgreSQL is missing; install the Debian package postgresql");
        postgres = new Postgres();
    }

    /** While the tests of the class go on. */
    public Postgres get() {
        return postgres;
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }
}
