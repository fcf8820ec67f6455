package guance.awsgateway.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Reads the settings: environment over {@code -D} over file, all problems at once. */
public final class SettingsReader {

    private SettingsReader() {}

    /**
     * Calls nothing; opens only the file and the files that settings name.
     *
     * @param file UTF-8; may be absent, and then nothing stands in it
     * @param systemProperties all of them; other people's are passed over
     * @param environment all variables; other people's are passed over
     * @throws SettingsException with every problem, when there is any
     */
    public static Loaded read(
            Path file, Map<String, String> systemProperties, Map<String, String> environment) {
        List<String> secrets = Sources.secrets(file, systemProperties, environment);
        Problems problems = new Problems(new Redaction(secrets));
        Sources sources = Sources.read(file, systemProperties, environment, problems);
        Values values = new Values(sources.own(), problems);
        ProxySettings proxies = ProxySettings.read(environment, problems);
        Settings settings = Settings.read(values, proxies);
        problems.throwIfAny();
        SortedMap<String, String> properties = values.effective();
        properties.putAll(sources.others());
        return new Loaded(settings, properties, problems.warnings());
    }
}
