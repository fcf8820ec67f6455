package guance.awsgateway.delivery;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.http.base.HttpOperationFailedException;

/** What a failed POST to Guance means and what to do about it, in one sentence. */
final class GuanceAdvice {

    /** Of the receiver's error body only this is kept: its message may echo every point. */
    private static final Pattern CODE =
            Pattern.compile("\"error_code\"\\s*:\\s*\"([\\w.]{1,80})\"");

    private GuanceAdvice() {}

    /**
     * @return one line without the token and without the receiver's echo of the points
     */
    static String sentence(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof HttpOperationFailedException answer) {
                return ofAnswer(answer.getStatusCode(), code(answer.getResponseBody()));
            }
            if (t instanceof UnknownHostException) {
                return "no such host " + t.getMessage() + "; check guance.url";
            }
            if (t instanceof SocketTimeoutException) {
                return "Guance did not answer in time; check the network";
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

    private static String ofAnswer(int status, String code) {
        String answer = "Guance answered " + status + (code.isEmpty() ? "" : " " + code);
        return switch (status) {
            case 400 -> answer + ": it refuses a point of the batch";
            case 401, 403 -> answer + "; check guance.token, and the workspace's quota";
            case 404, 405 -> answer + "; check guance.url and guance.receiver";
            case 406 -> answer + "; check the sink rules of Dataway";
            case 408, 429 -> answer + ": it asks to send less";
            default -> status >= 500 ? answer + ": it is in trouble itself" : answer;
        };
    }

    private static String code(String body) {
        Matcher code = CODE.matcher(body == null ? "" : body);
        return code.find() ? code.group(1) : "";
    }
}
