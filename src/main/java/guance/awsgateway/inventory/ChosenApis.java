package guance.awsgateway.inventory;

import guance.awsgateway.settings.ApiSettings;
import guance.awsgateway.settings.NamePatterns;
import java.util.List;
import java.util.Map;

/** Which APIs are wanted: by the settings ({@code apis.*}), or by a condition in a route. */
public final class ChosenApis {

    private final ApiSettings settings;

    public ChosenApis(ApiSettings settings) {
        this.settings = settings;
    }

    /** Those that {@code apis.selection} and {@code apis.tags} choose. */
    public List<Api> chosen(List<Api> apis) {
        return apis.stream().filter(this::isChosen).toList();
    }

    /**
     * Those whose attribute matches, for recipes: {@code where(${body}, 'api_name', 'NOT,
     * test-*')}.
     *
     * @param attribute {@code api_name}, {@code ApiId}, {@code ProtocolType}, {@code Description},
     *     or the key of an AWS tag
     * @param patterns one step of name patterns, as in {@code apis.selection}
     */
    public List<Api> where(List<Api> apis, String attribute, String patterns) {
        NamePatterns step = NamePatterns.parse(patterns);
        return apis.stream().filter(api -> step.matches(attribute(api, attribute))).toList();
    }

    /** Whether a series with these dimensions is read: where any chosen API matches it. */
    public boolean reads(Inventory inventory, Map<String, String> dimensions) {
        return settings.choosesAll()
                || inventory.matching(dimensions).stream().anyMatch(this::isChosen);
    }

    private boolean isChosen(Api api) {
        return settings.chooses(api.name(), api.tags());
    }

    private static String attribute(Api api, String attribute) {
        String value =
                switch (attribute) {
                    case "api_name" -> api.name();
                    case "ApiId", "name" -> api.id();
                    case "ProtocolType" -> api.protocol();
                    case "Description" -> api.description();
                    default -> api.tags().get(attribute);
                };
        return value == null ? "" : value;
    }
}
