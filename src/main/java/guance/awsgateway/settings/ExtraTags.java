package guance.awsgateway.settings;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Guards the tags of the wire contract against extra tags of the same name, in any case. */
final class ExtraTags {
    private static final Set<String> OURS =
            Stream.of(
                            "account_name",
                            "api_name",
                            "ApiId",
                            "ApiKeySelectionExpression",
                            "class",
                            "cloud_provider",
                            "create_time",
                            "CreatedDate",
                            "date",
                            "date_ns",
                            "Description",
                            "instance_tags",
                            "name",
                            "ProtocolType",
                            "region_id",
                            "ApiName",
                            "Stage",
                            "Method",
                            "Resource",
                            "Route",
                            "Dimensions",
                            "message",
                            "time")
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());

    private ExtraTags() {}

    static void check(Values values, int index, Set<String> names) {
        for (String name : names) {
            if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
                values.wrongEntry(
                        Key.ACCOUNT_EXTRA_TAGS,
                        index,
                        name,
                        "the collector sends a tag of this name itself; choose another name");
            }
        }
    }
}
