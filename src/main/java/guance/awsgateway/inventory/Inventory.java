package guance.awsgateway.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The APIs of one target as last listed, and which of them a series of CloudWatch belongs to. */
public final class Inventory {

    private static final List<String> NAMING = List.of("ApiId", "ApiName");

    private final Found living;
    private final Found vanished;

    /**
     * @param vanished are found where no living one is
     */
    Inventory(Collection<Api> living, Collection<Api> vanished) {
        this.living = new Found(living);
        this.vanished = new Found(vanished);
    }

    /** Without those that vanished too long ago. */
    static Inventory of(Collection<ListedHalf> halves, Instant now) {
        return new Inventory(
                halves.stream().flatMap(half -> half.apis().stream()).toList(),
                halves.stream()
                        .flatMap(half -> half.vanished().stream())
                        .filter(each -> each.isJoined(now))
                        .map(VanishedApi::api)
                        .toList());
    }

    /**
     * By ApiId where the series has it, else by ApiName, which only REST APIs report.
     *
     * @return several REST APIs where one name is theirs all, whose data CloudWatch has merged;
     *     none where no API matches, as after its deletion
     */
    List<Api> matching(Map<String, String> dimensions) {
        List<Api> apis = living.by(dimensions);
        return apis.isEmpty() ? vanished.by(dimensions) : apis;
    }

    /**
     * How these dimension sets name an API where no living one matches, such as {@code
     * ApiName=orders}. Sets that name none do not count.
     */
    Set<String> unknown(Collection<? extends Map<String, String>> dimensionSets) {
        return dimensionSets.stream()
                .filter(set -> living.by(set).isEmpty())
                .flatMap(set -> naming(set).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<String> naming(Map<String, String> dimensions) {
        return NAMING.stream()
                .filter(dimensions::containsKey)
                .findFirst()
                .map(name -> name + "=" + dimensions.get(name));
    }

    /** The names that several REST APIs report under, each with the ids that share it. */
    SortedMap<String, List<String>> shared() {
        return living.restByName.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().stream().map(Api::id).sorted().toList(),
                                (one, other) -> one,
                                TreeMap::new));
    }

    /** APIs by what their series name them by. */
    private static final class Found {

        private final Map<String, Api> byId = new HashMap<>();
        private final Map<String, List<Api>> restByName = new HashMap<>();

        Found(Collection<Api> apis) {
            apis.stream().map(Api::withoutDetails).forEach(this::add);
        }

        private void add(Api api) {
            byId.put(api.id(), api);
            if (api.isRest()) {
                restByName.computeIfAbsent(api.reportedName(), n -> new ArrayList<>()).add(api);
            }
        }

        private List<Api> by(Map<String, String> dimensions) {
            String id = dimensions.get("ApiId");
            if (id != null) {
                return byId.containsKey(id) ? List.of(byId.get(id)) : List.of();
            }
            return restByName.getOrDefault(dimensions.getOrDefault("ApiName", ""), List.of());
        }
    }
}
