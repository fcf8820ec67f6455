package guance.awsgateway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The stand-ins of one measurement, and how others reach them. */
final class Site implements AutoCloseable {

    final int apis;
    final Path folder;
    private final Child child;
    private final String[] ready;

    /**
     * What the stand-ins have seen of a cycle.
     *
     * @param failed calls that were refused or throttled
     * @param points of distinct APIs and minutes that reached Guance
     * @param minutes from the first of which there was a point to the last
     * @param twice points that came again
     * @param datapoints that GetMetricData was asked for, whether it has them or not
     */
    record Seen(
            long calls,
            long billed,
            long failed,
            long points,
            long minutes,
            long values,
            long twice,
            long datapoints) {

        /**
         * In s: what AWS's quota of an account and region, 180,000 recent datapoints a second,
         * takes for them. The one of 50 calls a second takes less, as a full call asks for more
         * than 3,600. Source: "CloudWatch service quotas".
         */
        double bound() {
            return datapoints / 180_000.0;
        }
    }

    Site(int apis) throws IOException {
        this.apis = apis;
        folder = Files.createTempDirectory("bench");
        child =
                Child.start(
                        folder,
                        Map.of(),
                        List.of(
                                "-Xmx2g",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "guance.awsgateway.bench.StandIns",
                                Integer.toString(apis)));
        ready = child.await("ready").split(" ");
    }

    String guance() {
        return ready[2];
    }

    /** For an SDK. */
    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", ready[1],
                "AWS_ACCESS_KEY_ID", ready[3],
                "AWS_SECRET_ACCESS_KEY", "NOT-A-REAL-SECRET",
                "AWS_REGION", "eu-west-1",
                "AWS_EC2_METADATA_DISABLED", "true");
    }

    void order(String order) {
        child.ask(order, "ok");
    }

    /** When AWS was called first, in ms since 1970; 0 before. */
    long first() {
        return Long.parseLong(child.ask("first", "first").split(" ")[1]);
    }

    /** That have reached Guance since {@link #seen} was asked. */
    long points() {
        return Long.parseLong(child.ask("points", "points").split(" ")[1]);
    }

    /** Since it was asked last. */
    Seen seen() {
        String[] words = child.ask("figures", "figures").split(" ");
        long[] n = Arrays.stream(words).skip(1).mapToLong(Long::parseLong).toArray();
        return new Seen(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
    }

    double cpuSeconds() {
        return child.cpuSeconds();
    }

    @Override
    public void close() throws InterruptedException {
        child.close();
    }
}
