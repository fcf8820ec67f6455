package guance.awsgateway.delivery;

import guance.awsgateway.point.Point;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Exchange;

/** Judges the answers of Guance, where the routes ask for it. */
public final class Verdicts {

    /** Of an answer, so much is read: it may echo a whole batch. */
    private static final int READ = 64 * 1024;

    private final Circuit circuit;
    private final Rejects rejects;

    Verdicts(Circuit circuit, Rejects rejects) {
        this.circuit = circuit;
        this.rejects = rejects;
    }

    /**
     * Inside the circuit: the verdict on the answer, where it does not count as a failure.
     *
     * @throws RefusedException for retry and halt, which count
     */
    public Verdict count(Exchange answer) throws RefusedException, IOException {
        Integer status = answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        Verdict verdict = Verdict.of(status == null ? 0 : status, body(answer));
        if (verdict.kind() == Verdict.Kind.REJECT && rejects.isAll()) {
            rejects.restore();
            verdict = new Verdict(Verdict.Kind.HALT, verdict.reason() + ", and of every other one");
        }
        return switch (verdict.kind()) {
            case ACCEPTED, SPLIT, REJECT -> verdict;
            case RETRY, HALT ->
                    throw new RefusedException(
                            verdict, answer.getMessage().getHeader("Retry-After", String.class));
        };
    }

    /** As bytes, whatever the answer says that it is. */
    private static String body(Exchange answer) throws IOException {
        try (InputStream body = answer.getMessage().getBody(InputStream.class)) {
            return body == null ? "" : new String(body.readNBytes(READ), StandardCharsets.UTF_8);
        }
    }

    /**
     * Behind the circuit.
     *
     * @throws RefusedException for everything but acceptance
     */
    public void accept(Verdict verdict) throws RefusedException {
        if (verdict.kind() != Verdict.Kind.ACCEPTED) {
            throw new RefusedException(verdict, null);
        }
        rejects.accepted();
    }

    /** Whether sending the same again makes no sense, now or ever. */
    public boolean isFinal(Throwable failure) {
        return Verdict.of(failure).kind() != Verdict.Kind.RETRY
                || Verdict.isUntried(failure)
                || !circuit.isClosed();
    }

    /** What is to be done with a batch after a failure. */
    public Verdict on(List<Point> batch, Throwable failure) {
        return Verdict.of(failure).on(batch.size());
    }
}
