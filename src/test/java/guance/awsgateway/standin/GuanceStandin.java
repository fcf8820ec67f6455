package guance.awsgateway.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import guance.awsgateway.point.Point;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Dataway or DataKit on loopback: parses strictly, keeps the points, misbehaves on demand.
 *
 * <p>One bad line refuses the whole body. What the real ones let pass to the sender's harm, such as
 * a body that is not the gzip it claims to be, is in {@link #violations()}. Closing it lets hanging
 * requests go.
 */
public final class GuanceStandin implements AutoCloseable {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final GuanceFaults faults = new GuanceFaults();
    private final GuanceViolations violations;
    private final GuanceStore store;
    private final GuanceWrites writes;
    private final GuanceChecks checks;
    private final List<GuanceRequest> requests = new ArrayList<>();
    private final Clock clock;

    private GuanceStandin(
            GuanceReceiver receiver, String token, Clock clock, GuanceKeeping keeping) {
        this.clock = clock;
        violations = new GuanceViolations(receiver);
        store = new GuanceStore(receiver, clock, keeping);
        writes = new GuanceWrites(receiver, token, store, violations);
        checks = new GuanceChecks(receiver, token, new GuanceQueries(token, store::points));
        server = Loopback.listen();
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public static GuanceStandin dataway(String token, Clock clock) {
        return keeping(GuanceKeeping.APPENDS, token, clock);
    }

    /** A Dataway before a store that holds one value a series and time, the newest. */
    public static GuanceStandin overwriting(String token, Clock clock) {
        return keeping(GuanceKeeping.OVERWRITES, token, clock);
    }

    /** A Dataway before such a store. */
    public static GuanceStandin keeping(GuanceKeeping keeping, String token, Clock clock) {
        return new GuanceStandin(GuanceReceiver.DATAWAY, token, clock, keeping);
    }

    /**
     * @param clock what DataKit takes for now: a point more than two hours from it is rewritten
     */
    public static GuanceStandin datakit(Clock clock) {
        return new GuanceStandin(GuanceReceiver.DATAKIT, "", clock, GuanceKeeping.APPENDS);
    }

    /** Without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was accepted, in order of arrival, doubles included unless it overwrites. */
    public List<Point> points(String category) {
        return store.points(category);
    }

    /**
     * Every point that was ever accepted, in order of arrival.
     *
     * @param without how many of the first are left out
     */
    public List<GuanceArrival> arrivals(String category, int without) {
        return store.arrivals(category, without);
    }

    /** In the order in which their fate was settled; a hanging one is there while it hangs. */
    public List<GuanceRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** Breaches of the wire contract, in words; empty for a good sender. */
    public List<String> violations() {
        return violations.all();
    }

    /** One fault a write, in this order, behind those still to come. */
    public void fail(GuanceFault... next) {
        faults.queue(List.of(next));
    }

    /** This fault on every write that has none queued, until {@link #recover()}. */
    public void failAlways(GuanceFault fault) {
        faults.stand(fault);
    }

    /**
     * Asks this, in the thread of the call, about every write that nothing else befalls; stays over
     * {@link #recover()}.
     */
    public void failBy(Supplier<Optional<GuanceFault>> choice) {
        faults.choose(choice);
    }

    /** What it answers besides writes. */
    public GuanceChecks checks() {
        return checks;
    }

    /** Refuses every body with such a point from now on, as it does malformed ones. */
    public void refuse(Predicate<Point> points) {
        writes.refuse(points);
    }

    /**
     * Keeps every write with such a point from now on, and leaves its sender without an answer
     * until {@link #recover()} cuts it off.
     */
    public void hold(Predicate<Point> points) {
        writes.hold(points);
    }

    /** Behaves again; cuts what hangs, and answers what is slow. */
    public void recover() {
        writes.hold(point -> false);
        faults.recover();
    }

    @Override
    public void close() {
        recover();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange http) throws IOException {
        try (GuanceExchange exchange = new GuanceExchange(http, clock, this::settled)) {
            Optional<String> category = exchange.writeCategory();
            if (category.isEmpty()) {
                exchange.answer(checks.answer(exchange));
                return;
            }
            Optional<GuanceFault> fault = faults.next();
            if (fault.isPresent()) {
                misbehave(fault.get(), exchange, category.get());
            } else {
                answer(exchange, write(exchange, category.get(), true));
            }
        }
    }

    private void answer(GuanceExchange exchange, GuanceReply reply) throws IOException {
        if (reply.isNone()) {
            exchange.leave();
            faults.await(FOR_EVER);
        } else {
            exchange.answer(reply);
        }
    }

    private void misbehave(GuanceFault fault, GuanceExchange exchange, String category)
            throws IOException {
        if (fault instanceof GuanceFault.Answer answer) {
            exchange.read(violations);
            exchange.answer(new GuanceReply(answer.status(), answer.headers(), answer.body()));
        } else if (fault instanceof GuanceFault.Slow slow) {
            GuanceReply reply = write(exchange, category, true);
            faults.await(slow.delay());
            exchange.answer(reply);
        } else if (fault instanceof GuanceFault.Hang) {
            exchange.leave();
            faults.await(FOR_EVER);
        } else if (fault instanceof GuanceFault.Cut cut) {
            if (cut.afterAccepting()) {
                write(exchange, category, false);
            }
            exchange.leave();
        }
    }

    private GuanceReply write(GuanceExchange exchange, String category, boolean told)
            throws IOException {
        byte[] raw = exchange.read(violations);
        return writes.answer(category, exchange.query(), exchange.headers(), raw, told);
    }

    private void settled(GuanceRequest request) {
        synchronized (requests) {
            requests.add(request);
        }
    }
}
