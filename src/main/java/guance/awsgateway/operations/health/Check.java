package guance.awsgateway.operations.health;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** A health check of Camel that is up while there is no trouble to tell. */
final class Check extends AbstractHealthCheck {

    /** What a check that is down means. */
    enum Kind {
        /** The process cannot do its work here. */
        READY,
        /** Something stays away from Guance, by whatever fault; no restart helps. */
        FRESH
    }

    private final Kind kind;
    private final Supplier<Optional<String>> trouble;

    /**
     * @param trouble in one line what is wrong and what to do, without secrets; empty for nothing
     */
    Check(String id, Kind kind, Supplier<Optional<String>> trouble) {
        super("guance-aws-gateway", id);
        this.kind = kind;
        this.trouble = trouble;
    }

    /** In one line; empty while it is up. */
    Optional<String> trouble() {
        return trouble.get();
    }

    @Override
    public boolean isReadiness() {
        return kind == Kind.READY;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        trouble.get().ifPresentOrElse(text -> builder.message(text).down(), builder::up);
    }
}
