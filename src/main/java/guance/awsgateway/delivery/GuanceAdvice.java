package guance.awsgateway.delivery;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** What a failed POST to Guance means and what to do about it, in one sentence. */
final class GuanceAdvice {

    private static final Pattern CODE =
            Pattern.compile("\"error_?[cC]ode\"\\s*:\\s*\"([\\w.]{1,80})\"");

    private static final Pattern MESSAGE = Pattern.compile("\"message\"\\s*:\\s*\"([^\"\\\\]*)");

    /** What stands in points and tokens, but not in words. */
    private static final Pattern ODD = Pattern.compile("[=\\p{Cntrl}]|tkn_|token\\s*[:?]");

    private static final int LONGEST = 200;

    private GuanceAdvice() {}

    /**
     * @return one line without the token and without the receiver's echo of the points
     */
    static String sentence(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RefusedException || t instanceof UntriedException) {
                return t.getMessage();
            }
            if (t instanceof CallNotPermittedException) {
                return "not sent while another batch asks whether Guance is back";
            }
            if (t instanceof UnknownHostException) {
                return "no such host " + t.getMessage() + "; check guance.url";
            }
            if (t instanceof InterruptedIOException && !(t instanceof SocketTimeoutException)) {
                return "cut, because the collector stops";
            }
            if (t instanceof SocketTimeoutException) {
                return "Guance did not answer in time; check the network";
            }
            if (t instanceof SSLException) {
                return "the certificates do not fit; check guance.ca-file and"
                        + " guance.client-certificate-file: "
                        + t.getMessage();
            }
            if (t instanceof RejectedExecutionException) {
                return "not tried again, because the collector stops";
            }
            if (t instanceof ConnectException) {
                return "Guance cannot be reached; check guance.url and the network";
            }
        }
        // What could not be parked says so itself.
        return String.valueOf(
                        failure instanceof UncheckedIOException ? failure.getMessage() : failure)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /**
     * @param body of the answer; null without one
     */
    static String ofAnswer(int status, String body) {
        String answer = "Guance answered " + status + words(status, body == null ? "" : body);
        return switch (status) {
            case 400 -> answer + ": it refuses a point of the batch";
            case 401, 403 -> answer + "; check guance.token, and the workspace's quota";
            case 404, 405 -> answer + "; check guance.url and guance.receiver";
            case 406 -> answer + "; check the sink rules of Dataway";
            case 408, 429 -> answer + ": it asks to send less";
            case 413 -> answer + ": a batch is too large for it";
            default -> status >= 500 ? answer + ": it is in trouble itself" : answer;
        };
    }

    /** Of what is no POST of points. */
    static String ofQuestion(int status, String body) {
        return status == 400
                ? "Guance answered 400%s: it does not understand the question"
                        .formatted(words(status, body))
                : ofAnswer(status, body);
    }

    /** Of a message that may echo the points only what stands before the first colon. */
    private static String words(int status, String body) {
        String code = found(CODE, body);
        String message = found(MESSAGE, body);
        boolean echoes = status == 400 || status == 413;
        String said = echoes ? message.replaceFirst(":.*", "") : message;
        boolean tellable = said.length() <= LONGEST && !ODD.matcher(said).find();
        return (code.isEmpty() ? "" : " " + code)
                + (said.isBlank() || !tellable ? "" : " (" + said.strip() + ")");
    }

    private static String found(Pattern pattern, String body) {
        Matcher found = pattern.matcher(body);
        return found.find() ? found.group(1) : "";
    }
}
