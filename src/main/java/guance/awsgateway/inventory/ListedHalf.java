package guance.awsgateway.inventory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One half of the APIs of a target as last listed, chosen by the settings or not.
 *
 * @param listed when the listing began
 * @param apis without details
 * @param vanished those that listings before had
 */
record ListedHalf(Instant listed, List<Api> apis, List<VanishedApi> vanished) {

    /** Before the first listing. */
    static final ListedHalf NONE = new ListedHalf(Instant.EPOCH, List.of(), List.of());

    ListedHalf {
        Objects.requireNonNull(listed, "listed");
        apis = apis.stream().map(Api::withoutDetails).toList();
        vanished = List.copyOf(vanished);
    }

    /** What is known after one more listing; one that failed changes nothing. */
    ListedHalf then(List<Api> next, Instant now) {
        Map<String, VanishedApi> gone = new LinkedHashMap<>();
        vanished.forEach(each -> gone.put(each.api().seriesKey(), each.notAfter(now)));
        apis.forEach(api -> gone.put(api.seriesKey(), new VanishedApi(api, now)));
        next.forEach(api -> gone.remove(api.seriesKey()));
        gone.values().removeIf(each -> !each.isJoined(now));
        return new ListedHalf(now, next, List.copyOf(gone.values()));
    }
}
