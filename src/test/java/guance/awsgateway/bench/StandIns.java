package guance.awsgateway.bench;

import guance.awsgateway.ShiftedClock;
import guance.awsgateway.standin.AwsCall;
import guance.awsgateway.standin.AwsFault;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** AWS and Guance in a process of their own, so that what they use is not ours. */
final class StandIns {

    /** As {@link PageSizes#AWS}, with lists of APIs as long as a caller may ask for. */
    private static final PageSizes PAGES = new PageSizes(500, 500, 100_800, false);

    private final ShiftedClock clock = new ShiftedClock(Clock.systemUTC());
    private final AwsStandin aws;
    private final Sink guance;

    private StandIns(int apis) throws IOException {
        aws = new AwsStandin(World.steady(apis), clock, PAGES);
        guance = new Sink();
    }

    /**
     * Prints {@code ready}, the endpoint of AWS, the URL of Guance and an access key; then obeys
     * {@code move SECONDS}, {@code slow MILLIS}, {@code enforce}, {@code first}, {@code points} and
     * {@code figures}.
     *
     * @param arguments how many APIs
     */
    public static void main(String[] arguments) throws IOException {
        StandIns standIns = new StandIns(Integer.parseInt(arguments[0]));
        System.out.println(
                "ready %s %s %s"
                        .formatted(
                                standIns.aws.endpoint(),
                                standIns.guance.url(),
                                standIns.aws.world().account("shop").accessKey()));
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ");
            System.out.println(standIns.obey(words[0], words.length > 1 ? words[1] : ""));
        }
        System.exit(0);
    }

    private String obey(String order, String value) {
        switch (order) {
            case "move" -> clock.move(Duration.ofSeconds(Long.parseLong(value)));
            case "slow" -> {
                aws.faults().clear();
                Duration delay = Duration.ofMillis(Long.parseLong(value));
                aws.faults().add(AwsFault.slow(AwsFault.ANY, delay));
            }
            case "enforce" -> aws.quotas().enforce();
            case "first" -> {
                return first();
            }
            case "points" -> {
                return "points " + guance.points();
            }
            case "figures" -> {
                return figures();
            }
            default -> throw new IllegalArgumentException(order);
        }
        return "ok";
    }

    /** Milliseconds since 1970 of the first call of AWS; 0 before one. */
    private String first() {
        return "first "
                + aws.calls().all().stream()
                        .findFirst()
                        .map(c -> c.time().toEpochMilli())
                        .orElse(0L);
    }

    /** Of what happened since they were asked for last. */
    private String figures() {
        List<AwsCall> calls = aws.calls().all();
        String figures =
                "figures %s %s %s %s %s %s %s %s"
                        .formatted(
                                calls.size(),
                                calls.stream().mapToLong(StandIns::billed).sum(),
                                calls.stream().filter(call -> call.status() != 200).count(),
                                guance.points(),
                                guance.minutes(),
                                guance.values(),
                                guance.twice(),
                                calls.stream().mapToLong(StandIns::datapoints).sum());
        aws.calls().clear();
        guance.reset();
        return figures;
    }

    private static long billed(AwsCall call) {
        return isData(call) ? Long.parseLong(call.parameters().get("(billed)")) : 0;
    }

    /** Of minutes, by which AWS reckons its quota; none of calls in the old protocol. */
    private static long datapoints(AwsCall call) {
        String queries = call.parameters().get("MetricDataQueries");
        if (!isData(call) || queries == null) {
            return 0;
        }
        Instant from = Instant.parse(call.parameters().get("StartTime"));
        Instant to = Instant.parse(call.parameters().get("EndTime"));
        return Long.parseLong(queries) * Duration.between(from, to).toMinutes();
    }

    private static boolean isData(AwsCall call) {
        return call.operation().equals("GetMetricData") && call.status() == 200;
    }
}
