package guance.awsgateway.routes;

/**
 * Why routes cannot run.
 *
 * @param file such as {@code routes/post.camel.yaml}; empty where it is of none
 * @param line from 1; 0 where it is of none
 * @param reason a sentence in one line
 */
public record RouteProblem(String file, int line, String reason) {

    /** As compilers write it: file, line, reason. */
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        return place.isEmpty() ? reason : place + ": " + reason;
    }
}
