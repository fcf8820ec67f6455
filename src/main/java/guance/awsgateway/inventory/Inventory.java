package guance.awsgateway.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The APIs of one target as last listed, and which of them a series of CloudWatch belongs to. */
public final class Inventory {

    /** Of a target whose APIs could not be listed yet. */
    static final Inventory EMPTY = new Inventory(List.of());

    private final Map<String, Api> byId = new HashMap<>();
    private final Map<String, List<Api>> restByName = new HashMap<>();

    Inventory(Collection<Api> apis) {
        for (Api api : apis) {
            byId.put(api.id(), api.withoutDetails());
            if (api.isRest()) {
                restByName
                        .computeIfAbsent(reported(api), name -> new ArrayList<>())
                        .add(api.withoutDetails());
            }
        }
    }

    /**
     * CloudWatch strips non-ASCII characters from ApiName, and uses the API's id when nothing is
     * left. Blanks are nothing: no dimension may consist of them. Source: API reference, Dimension.
     */
    private static String reported(Api api) {
        String ascii = api.name().replaceAll("[^\\x00-\\x7F]", "");
        return ascii.isBlank() ? api.id() : ascii;
    }

    /**
     * By ApiId where the series has it, else by ApiName, which only REST APIs report.
     *
     * @return several REST APIs where one name is theirs all, whose data CloudWatch has merged;
     *     none where no API matches, as after its deletion
     */
    List<Api> matching(Map<String, String> dimensions) {
        String id = dimensions.get("ApiId");
        if (id != null) {
            return byId.containsKey(id) ? List.of(byId.get(id)) : List.of();
        }
        return restByName.getOrDefault(dimensions.getOrDefault("ApiName", ""), List.of());
    }

    /** The names that several REST APIs report under, each with the ids that share it. */
    SortedMap<String, List<String>> shared() {
        return restByName.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().stream().map(Api::id).sorted().toList(),
                                (one, other) -> one,
                                TreeMap::new));
    }
}
