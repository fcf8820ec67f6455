package guance.awsgateway.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One AWS account as the user names it.
 *
 * @param name any text, not blank
 * @param regions region ids, each once, in the order given, at least one
 * @param profile of the shared AWS configuration
 * @param role to assume on top of the base credentials
 * @param extraTags added to every point of the account; none of our own names, in any case
 */
public record AccountSettings(
        String name,
        List<String> regions,
        Optional<String> profile,
        Optional<RoleSettings> role,
        SortedMap<String, String> extraTags) {
    private static final String ACCOUNTS = "collector.accounts";

    public AccountSettings {
        regions = List.copyOf(regions);
        extraTags = Collections.unmodifiableSortedMap(new TreeMap<>(extraTags));
    }

    /** All accounts by ascending index; at least one is required. */
    static List<AccountSettings> readAll(Values values) {
        List<AccountSettings> accounts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int index : values.indexes(ACCOUNTS)) {
            AccountSettings account = read(values, index);
            accounts.add(account);
            if (!account.name.isEmpty() && !names.add(account.name.toLowerCase(Locale.ROOT))) {
                values.wrong(
                        Key.ACCOUNT_NAME,
                        index,
                        "an account before it has this name; names differ by more than case");
            }
        }
        if (accounts.isEmpty()) {
            values.missing(
                    Key.ACCOUNT_NAME.at(0),
                    "at least one account is needed; set its name and its regions");
        }
        return accounts;
    }

    private static AccountSettings read(Values values, int index) {
        Optional<String> name = values.optional(Key.ACCOUNT_NAME, index, text -> text);
        if (name.isEmpty()) {
            values.missing(
                    Key.ACCOUNT_NAME.at(index), "the account needs a name, any text; set it there");
        }
        List<String> regions = regions(values, index);
        SortedMap<String, String> tags = values.map(Key.ACCOUNT_EXTRA_TAGS, index, text -> text);
        ExtraTags.check(values, index, tags.keySet());
        return new AccountSettings(
                name.orElse(""),
                regions,
                values.optional(Key.ACCOUNT_PROFILE, index, text -> text),
                RoleSettings.read(values, index, regions),
                tags);
    }

    private static List<String> regions(Values values, int index) {
        Key key = Key.ACCOUNT_REGIONS;
        List<String> regions =
                values.optional(key, index, Lists.of(RegionIds::parse)).orElse(List.of());
        if (regions.isEmpty() && values.sound(key.at(index))) {
            values.missing(
                    key.at(index), "name the regions to collect, such as eu-west-1,us-east-1");
        }
        for (String region : regions) {
            if (!RegionIds.known(region)) {
                values.warn(
                        key,
                        index,
                        region + " is not known to this AWS SDK; used as it is written");
            }
        }
        return regions;
    }
}
