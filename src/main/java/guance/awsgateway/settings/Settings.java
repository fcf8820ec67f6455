package guance.awsgateway.settings;

import java.util.List;

/**
 * Everything that a user can set, checked; made by {@link SettingsReader}.
 *
 * @param accounts at least one, by ascending index, names unique whatever the case of letters
 */
public record Settings(
        List<AccountSettings> accounts,
        ApiSettings apis,
        ObjectSettings objects,
        MetricSettings metrics,
        GuanceSettings guance,
        DeadLetterSettings deadLetter,
        StateSettings state,
        ManagementSettings management,
        OperationSettings operation,
        ProxySettings proxies) {

    public Settings {
        accounts = List.copyOf(accounts);
    }

    static Settings read(Values values, ProxySettings proxies) {
        return new Settings(
                AccountSettings.readAll(values),
                ApiSettings.read(values),
                ObjectSettings.read(values),
                MetricSettings.read(values),
                GuanceSettings.read(values),
                DeadLetterSettings.read(values),
                StateSettings.read(values),
                ManagementSettings.read(values),
                OperationSettings.read(values),
                proxies);
    }
}
