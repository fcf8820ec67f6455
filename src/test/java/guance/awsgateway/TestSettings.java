package guance.awsgateway;

import guance.awsgateway.settings.Settings;
import guance.awsgateway.settings.SettingsReader;
import guance.awsgateway.target.Targets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The shipped settings with the account {@code shop} in eu-west-1, whose points carry an owner. */
public final class TestSettings {

    public static final String TARGET = "shop-eu-west-1";

    private TestSettings() {}

    /**
     * @param lines {@code key=value}, as -D would give them
     */
    public static Settings of(String... lines) {
        Map<String, String> given = new HashMap<>();
        given.put("collector.accounts[0].name", "shop");
        given.put("collector.accounts[0].regions", "eu-west-1");
        given.put("collector.accounts[0].extra-tags.owner", "platform");
        given.put("guance.url", "http://127.0.0.1:9529");
        given.put("guance.receiver", "datakit");
        given.put("state.directory", "target/no-state");
        for (String line : lines) {
            int equals = line.indexOf('=');
            given.put(line.substring(0, equals), line.substring(equals + 1));
        }
        given.values().removeIf(String::isEmpty);
        return SettingsReader.read(Path.of("application.properties"), given, Map.of()).settings();
    }

    /** One array for {@link #of}, of which the last line of a key counts. */
    public static String[] lines(String[] lines, String... more) {
        return Stream.of(lines, more).flatMap(Stream::of).toArray(String[]::new);
    }

    public static Targets targets(Settings settings) {
        return new Targets(settings.accounts());
    }
}
