package guance.awsgateway.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Follows next-token pages: the SDK has no paginator for GetApis and GetStages of v2. */
final class Pages {

    private Pages() {}

    /**
     * An empty page with a token goes on, an empty token ends.
     *
     * @param call asked with null first, then with each page's token
     */
    static <P, T> List<T> all(
            Function<String, P> call, Function<P, List<T>> items, Function<P, String> next) {
        List<T> all = new ArrayList<>();
        String token = null;
        do {
            P page = call.apply(token);
            all.addAll(items.apply(page));
            token = next.apply(page);
        } while (token != null && !token.isEmpty());
        return all;
    }
}
