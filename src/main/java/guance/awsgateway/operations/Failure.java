package guance.awsgateway.operations;

import guance.awsgateway.database.DatabaseException;
import guance.awsgateway.database.OvertakenException;
import guance.awsgateway.delivery.NoOutletException;
import guance.awsgateway.target.AwsAdvice;
import guance.awsgateway.trouble.Code;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a failure of a run is to a person. */
final class Failure {

    /** Those that are not AWS's, and say themselves what to do. */
    private static final Map<Class<? extends Throwable>, Code> OURS =
            Map.of(
                    NoOutletException.class, Code.NEITHER_SENT_NOR_PARKED,
                    OvertakenException.class, Code.RUN_OVERTAKEN,
                    DatabaseException.class, Code.DATABASE_AWAY);

    private Failure() {}

    /** One line without secrets. */
    static String sentence(Throwable failure) {
        return ours(failure)
                .map(Throwable::getMessage)
                .orElseGet(() -> AwsAdvice.sentence(failure));
    }

    static Code code(Throwable failure) {
        return ours(failure)
                .map(ours -> OURS.get(ours.getClass()))
                .orElseGet(() -> AwsAdvice.code(failure));
    }

    /** A step that sets a variable wraps what is thrown in it. */
    private static Optional<Throwable> ours(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(each -> OURS.containsKey(each.getClass()))
                .findFirst();
    }
}
