package guance.awsgateway.settings;

import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** Region ids, as the AWS SDK knows them. */
final class RegionIds {
    private static final Pattern FORM = Pattern.compile("[a-z]{2,4}(-[a-z]+){1,2}-\\d{1,2}");
    private static final List<String> KNOWN =
            Region.regions().stream()
                    .filter(region -> !region.isGlobalRegion())
                    .map(Region::id)
                    .toList();

    private RegionIds() {}

    static String parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new WrongValue(
                    Nearest.word(text, KNOWN)
                            .map(near -> "not a region id; did you mean " + near + "?")
                            .orElse("not a region id, such as eu-west-1"));
        }
        return text;
    }

    /** Whether this version of the SDK lists it; a region newer than the SDK works all the same. */
    static boolean known(String region) {
        return KNOWN.contains(region);
    }

    /** Such as {@code aws}, {@code aws-cn} or {@code aws-us-gov}. */
    static String partition(String region) {
        return PartitionMetadata.of(Region.of(region)).id();
    }
}
