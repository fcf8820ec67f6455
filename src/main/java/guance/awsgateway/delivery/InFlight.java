package guance.awsgateway.delivery;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/** Knows the POSTs under way, and cuts them when the process must end. */
final class InFlight implements ExecChainHandler {

    private final Set<ExecRuntime> underway = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (cut) {
            throw new InterruptedIOException("the collector stops");
        }
        // An answer is read after this returns, and then lets its connection go.
        underway.removeIf(each -> !each.isEndpointAcquired());
        underway.add(scope.execRuntime);
        return chain.proceed(request, scope);
    }

    /** From now on, none begins either. */
    void cut() {
        cut = true;
        underway.forEach(ExecRuntime::discardEndpoint);
    }
}
