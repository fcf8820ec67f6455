package guance.awsgateway.settings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which APIs are collected, and what of their AWS tags.
 *
 * @param selection of API names
 * @param tags AWS tag key to patterns of its value; an API must have every one of these tags
 * @param tagKeys AWS tag keys carried as tags {@code tag_<key>}, each once, in the order given
 * @param requestsPerSecond to the API Gateway control plane of an account, all regions together
 */
public record ApiSettings(
        NamePatterns selection,
        SortedMap<String, NamePatterns> tags,
        List<String> tagKeys,
        int requestsPerSecond) {

    public ApiSettings {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        tagKeys = List.copyOf(tagKeys);
    }

    static ApiSettings read(Values values) {
        return new ApiSettings(
                NamePatterns.inTurn(values.steps(Key.API_SELECTION, NamePatterns::parse)),
                values.map(Key.API_TAGS, 0, NamePatterns::parse),
                values.optional(Key.API_TAG_KEYS, ApiSettings::tagKeys).orElse(List.of()),
                values.value(Key.API_REQUESTS, Numbers.between(1, 10)));
    }

    /** Keys that would become the same tag are refused, for one would overwrite the other. */
    private static List<String> tagKeys(String text) {
        List<String> keys = Lists.of(text);
        if (keys.stream().map(ApiSettings::tag).distinct().count() < keys.size()) {
            throw new WrongValue(
                    "two of these become the same tag, since all but letters and digits becomes _;"
                            + " keep one");
        }
        return keys;
    }

    /**
     * @return the tag that carries an AWS tag of this key: {@code tag_} and the key, with all but
     *     letters, digits and {@code _} made {@code _}
     */
    public static String tag(String awsTagKey) {
        return "tag_" + awsTagKey.replaceAll("[^\\p{L}\\p{N}_]", "_");
    }

    /** Whether the API of this name and these AWS tags is collected. */
    public boolean chooses(String apiName, Map<String, String> awsTags) {
        return selection.matches(apiName)
                && tags.entrySet().stream()
                        .allMatch(
                                tag ->
                                        awsTags.containsKey(tag.getKey())
                                                && tag.getValue()
                                                        .matches(awsTags.get(tag.getKey())));
    }

    /** Whether nothing restricts the choice. */
    public boolean choosesAll() {
        return tags.isEmpty() && selection.matchesAll();
    }
}
