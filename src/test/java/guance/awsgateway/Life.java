package guance.awsgateway;

import guance.awsgateway.metrics.RequestPacker;
import guance.awsgateway.operations.Job;
import guance.awsgateway.settings.Loaded;
import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.settings.SettingsReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/**
 * One life of a collector from its start to its stop. Its runs are set off one by one, as quartz
 * would, and it tries a POST again without a pause.
 */
public final class Life implements AutoCloseable {

    private static final String ENDPOINT = "aws.endpointUrl";

    /** Few a request, so that a run of a few APIs has several, to be killed between. */
    private static final int METRICS = 12;

    private final Inside inside = new Inside(false);
    private final Collector collector;
    private final ProducerTemplate template;

    private Life(Loaded settings, Path directory, Clock clock) throws Exception {
        collector =
                new Collector(
                        settings,
                        Mode.ONCE,
                        directory,
                        new PrintStream(System.out),
                        clock,
                        new TestStopwatch());
        collector.bind("inside", inside);
        MetricSettings metrics = settings.settings().metrics();
        int queries = METRICS * metrics.statistics().general().size();
        collector.bind("packer", new RequestPacker(metrics, queries));
        collector.start();
        template = inside.template();
    }

    /**
     * One life begins at a time, as the SDK takes the endpoint of AWS from a system property.
     *
     * @param settings the file
     * @param directory where {@code routes/} is
     */
    public static synchronized Life begin(URI aws, Path settings, Path directory, Clock clock)
            throws Exception {
        System.setProperty(ENDPOINT, aws.toString());
        try {
            return new Life(SettingsReader.read(settings, Map.of(), Map.of()), directory, clock);
        } finally {
            System.clearProperty(ENDPOINT);
        }
    }

    /**
     * Returns when the run has ended.
     *
     * @param scheduled for when quartz had it
     * @return what no route has caught; null for nothing
     */
    public Exception run(Job job, String target, Instant scheduled) {
        Exchange done =
                template.send(
                        "direct:collect-" + job,
                        exchange -> {
                            exchange.setVariable("target", target);
                            exchange.getMessage()
                                    .setHeader("scheduledFireTime", Date.from(scheduled));
                        });
        return done.getException();
    }

    /** Sends what is parked, as the collector does every minute. */
    public Exception replay() {
        return template.send("direct:replay", exchange -> {}).getException();
    }

    @Override
    public void close() {
        collector.close();
    }
}
