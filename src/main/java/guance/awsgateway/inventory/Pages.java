package guance.awsgateway.inventory;

import guance.awsgateway.target.OddAnswerException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Follows next-token pages: the SDK has no paginator for GetApis and GetStages of v2. */
final class Pages {

    private Pages() {}

    /**
     * An empty page with a token goes on, an empty token ends.
     *
     * @param operation as in the service model
     * @param call asked with null first, then with each page's token
     * @throws OddAnswerException for a token that was given before, which would go on for ever
     */
    static <P, T> List<T> all(
            String operation,
            Function<String, P> call,
            Function<P, List<T>> items,
            Function<P, String> next) {
        List<T> all = new ArrayList<>();
        Set<String> before = new HashSet<>();
        String token = null;
        do {
            P page = call.apply(token);
            all.addAll(items.apply(page));
            token = next.apply(page);
            if (!before.add(token)) {
                throw repeated(operation);
            }
        } while (token != null && !token.isEmpty());
        return all;
    }

    private static OddAnswerException repeated(String operation) {
        return new OddAnswerException(
                operation
                        + " gave the token of an earlier page again, so its pages have no end;"
                        + " check what answers in place of AWS (AWS_ENDPOINT_URL)");
    }
}
