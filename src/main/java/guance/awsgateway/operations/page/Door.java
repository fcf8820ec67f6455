package guance.awsgateway.operations.page;

import guance.awsgateway.settings.ManagementSettings;
import guance.awsgateway.trouble.Code;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets requests in. On loopback only who asks for this machine by its name gets an answer, so that
 * no other site can be given our address (DNS rebinding). An action must come from the page itself
 * or from a script: browsers send no JSON content type to another site without asking it first, and
 * nobody here answers that question.
 */
public final class Door {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    /** Of every answer; nothing here may be framed, cached, sniffed or read by another site. */
    static final Map<String, String> SEAL =
            Map.of(
                    "Cache-Control",
                    "no-store",
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                            + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                            + " frame-ancestors 'none'",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Permissions-Policy",
                    "camera=(), geolocation=(), microphone=()",
                    "Referrer-Policy",
                    "no-referrer",
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY");

    private final boolean loopback;
    private final ActionToken token;
    private final Refusals refusals;

    public Door(ManagementSettings settings, Clock clock) {
        this.refusals = new Refusals(clock);
        this.loopback = isLoopback(settings.host());
        this.token = new ActionToken(settings.tokenFile());
    }

    /** A name that only may stand for this machine alone is not taken for it. */
    static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.matches("\\[?(::1|0:0:0:0:0:0:0:1)]?");
    }

    /**
     * The first step of a route of this port.
     *
     * @throws RefusedRequestException where the request must not be answered
     */
    public Asked admit(Exchange exchange) throws RefusedRequestException {
        Asked asked = Asked.of(exchange);
        try {
            admit(asked);
        } catch (RefusedRequestException e) {
            refusals.tell(asked, e.getMessage());
            throw e;
        }
        return asked;
    }

    void admit(Asked asked) throws RefusedRequestException {
        if (loopback && !isLoopback(asked.hostName())) {
            throw new RefusedRequestException(
                    403, "asked for as another host; ask for localhost, or set management.host");
        }
        if (!asked.isRead()) {
            admitAction(asked);
        }
    }

    private void admitAction(Asked asked) throws RefusedRequestException {
        if (asked.contentType() == null || !asked.contentType().startsWith("application/json")) {
            throw new RefusedRequestException(
                    415, "an action needs the header Content-Type: application/json");
        }
        if (isFromElsewhere(asked)) {
            throw new RefusedRequestException(
                    403, "an action must come from this page or a script, not from another site");
        }
        Optional<String> refusal = refusal();
        if (refusal.isPresent()) {
            throw new RefusedRequestException(403, refusal.get());
        }
        if (token.isSet() && !token.is(asked.bearer().orElse(""))) {
            throw new RefusedRequestException(
                    401,
                    "an action needs the header Authorization: Bearer and the token in"
                            + " management.token-file");
        }
    }

    private static boolean isFromElsewhere(Asked asked) {
        boolean otherOrigin =
                asked.origin() != null
                        && !asked.origin().equalsIgnoreCase("http://" + asked.host())
                        && !asked.origin().equalsIgnoreCase("https://" + asked.host());
        boolean otherSite =
                asked.fetchSite() != null
                        && !asked.fetchSite().equals("same-origin")
                        && !asked.fetchSite().equals("none");
        return otherOrigin || otherSite;
    }

    /** Why nobody may act here; empty where one may, if need be with the token. */
    Optional<String> refusal() {
        return loopback || token.isSet()
                ? Optional.empty()
                : Optional.of(
                        "management.host is not loopback: actions need management.token-file");
    }

    boolean needsToken() {
        return token.isSet();
    }

    /** What is told to who was not let in, or asked for what there is not. */
    public Answer refuse(Exception failure) {
        if (failure instanceof RefusedRequestException refused) {
            return Answer.error(refused.status(), refused.getMessage());
        }
        LOG.error(
                Code.PAGE_FAILED.marker(), "a request for the page failed: {}", failure.toString());
        LOG.debug("a request for the page failed", failure);
        return Answer.error(500, "the collector could not answer; its log says why");
    }

    /** The last step: nothing that came in goes out. */
    public void seal(Exchange exchange) {
        Message out = exchange.getMessage();
        Answer answer = out.getBody(Answer.class);
        out.removeHeaders("*");
        SEAL.forEach(out::setHeader);
        out.setHeader(Exchange.CONTENT_TYPE, answer.contentType());
        out.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        out.setBody(answer.content());
    }
}
