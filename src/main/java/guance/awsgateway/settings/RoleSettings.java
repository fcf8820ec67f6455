package guance.awsgateway.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The role to assume in an account.
 *
 * @param arn of the partition of every region of the account
 * @param externalId as the role's trust policy asks for it
 * @param sessionName as it appears in CloudTrail
 */
public record RoleSettings(String arn, Optional<String> externalId, String sessionName) {
    private static final Pattern ARN =
            Pattern.compile("arn:(aws[a-z-]*):iam::\\d{12}:role/[\\w+=,.@/-]+");

    static Optional<RoleSettings> read(Values values, int index, List<String> regions) {
        Optional<String> arn = values.optional(Key.ACCOUNT_ROLE_ARN, index, RoleSettings::arn);
        Optional<String> externalId =
                values.optional(
                        Key.ACCOUNT_EXTERNAL_ID,
                        index,
                        matching(
                                "[\\w+=,.@:/-]{2,1224}",
                                "2 to 1224 of letters, digits, _+=,.@:/-"));
        String sessionName =
                values.value(
                        Key.ACCOUNT_SESSION_NAME,
                        index,
                        matching("[\\w+=,.@-]{2,64}", "2 to 64 of letters, digits, _+=,.@-"));
        if (values.given(Key.ACCOUNT_ROLE_ARN.at(index)).isEmpty()) {
            String advice = "only counts with a role; set role-arn too, or remove this";
            values.wrong(Key.ACCOUNT_EXTERNAL_ID, index, advice);
            values.wrong(Key.ACCOUNT_SESSION_NAME, index, advice);
        }
        arn.ifPresent(role -> checkPartition(values, index, role, regions));
        return arn.map(role -> new RoleSettings(role, externalId, sessionName));
    }

    private static void checkPartition(Values values, int index, String arn, List<String> regions) {
        String partition = arn.split(":")[1];
        regions.stream()
                .filter(region -> !RegionIds.partition(region).equals(partition))
                .findFirst()
                .ifPresent(
                        region ->
                                values.wrong(
                                        Key.ACCOUNT_ROLE_ARN, index, advice(partition, region)));
    }

    private static String advice(String partition, String region) {
        return String.format(
                "a role of partition %s, but %s is of partition %s; give each partition an account"
                        + " of its own, with a role of its own",
                partition, region, RegionIds.partition(region));
    }

    private static String arn(String text) {
        Matcher matcher = ARN.matcher(text);
        if (!matcher.matches()) {
            throw new WrongValue(
                    "not the ARN of a role, such as arn:aws:iam::111122223333:role/collector");
        }
        return text;
    }

    private static Parser<String> matching(String regex, String expected) {
        return text -> {
            if (!text.matches(regex)) {
                throw new WrongValue("must be " + expected);
            }
            return text;
        };
    }
}
