package guance.awsgateway.bench;

import guance.awsgateway.ShiftedCollector;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged collector at its defaults, but that only the benchmark sets its runs off. */
record Ours(Site site, Child child) implements Reader {

    static final Path JAR = Path.of("target/guance-aws-gateway.jar").toAbsolutePath();

    private static final String TARGET = "shop-eu-west-1";
    private static final Path CLASSES = Path.of("target/test-classes").toAbsolutePath();

    /**
     * @param limited whether it keeps AWS's quotas
     * @param more lines of its settings
     */
    static Ours start(Site site, boolean limited, String... more) throws IOException {
        Path folder = Files.createTempDirectory(site.folder, "ours");
        settings(site, folder, more);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "-Xmx256m",
                                "-Dlogback.configurationFile=logback.xml",
                                "-cp",
                                JAR + File.pathSeparator + CLASSES,
                                ShiftedCollector.class.getName(),
                                TARGET));
        if (!limited) {
            command.add(ShiftedCollector.UNLIMITED);
        }
        Child child = Child.start(folder, site.environment(), command);
        child.await("ready");
        return new Ours(site, child);
    }

    /** Its schedules do not fire by themselves, and the data have one grain. */
    static void settings(Site site, Path folder, String... more) throws IOException {
        Files.writeString(
                folder.resolve("application.properties"),
                """
                collector.accounts[0].name=shop
                collector.accounts[0].regions=eu-west-1
                guance.url=%s
                guance.token=tkn_0123456789abcdef0123456789abcdef
                objects.cron=0 0 * 1 1 ? *
                metrics.cron=0 0/5 * 1 1 ? *
                metrics.lookback=5m
                metrics.quota-share=100%%
                management.port=0
                %s
                """
                        .formatted(site.guance(), String.join("\n", more)));
    }

    @Override
    public long cycle(int seconds) {
        site.order("move " + seconds);
        String[] ended = child.ask("run " + seconds, "ended").split(" ", 5);
        if (!ended[3].equals("ok")) {
            throw new IllegalStateException(ended[3] + ": " + ended[4]);
        }
        return Long.parseLong(ended[2]);
    }
}
