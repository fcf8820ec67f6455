package guance.awsgateway.metrics;

import guance.awsgateway.TestSettings;
import guance.awsgateway.delivery.Batches;
import guance.awsgateway.inventory.ChosenApis;
import guance.awsgateway.inventory.Inventory;
import guance.awsgateway.inventory.Join;
import guance.awsgateway.point.LineProtocol;
import guance.awsgateway.point.Point;
import guance.awsgateway.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The table of the README: what collecting costs, by APIs, grains and polling interval. Bytes are
 * measured on a run of five minutes, packed, mapped, joined, cut and encoded as the collector does.
 * Prints it by {@code mvn -q test-compile exec:java@cost-table}.
 */
public final class CostTable {

    private static final Duration RUN = Duration.ofMinutes(5);
    private static final int RUNS_A_DAY = 288;
    private static final int PAGE = 500;
    static final List<String> GRAINS =
            List.of("ApiName", "ApiName,ApiName+Stage,ApiId,ApiId+Stage", "ALL");

    /**
     * @param points of one run
     */
    private record Measured(int points, long raw, long gzip) {}

    private CostTable() {}

    public static void main(String[] arguments) {
        System.out.println(text());
    }

    static String text() {
        return Stream.concat(
                        Stream.of(
                                "| APIs | grains | metrics a run | points a minute | a day, raw |"
                                        + " a day, gzip | Guance series | USD a month, every 1 min |"
                                        + " every 5 min | every 15 min |",
                                "|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|"),
                        Stream.of(10, 100, 1_000, 10_000)
                                .flatMap(apis -> GRAINS.stream().map(grain -> row(apis, grain))))
                .collect(Collectors.joining("\n"));
    }

    /**
     * @param grains as {@code metrics.grains} takes them
     */
    static String row(int apis, String grains) {
        Settings settings = TestSettings.of("metrics.grains=" + grains);
        BusyApis busy = new BusyApis(apis);
        List<Series> all = busy.series();
        Inventory inventory = busy.inventory();
        List<Series> read = read(settings, all, inventory);
        Discovered figures = figures(settings, all, read);
        Demand demand = figures.read().total();
        Measured measured = measure(settings, read, inventory);
        List<String> cells = new ArrayList<>();
        cells.add(Amounts.count(apis));
        cells.add(grains.startsWith("ApiName,") ? "default" : "`" + grains + "`");
        cells.add(Amounts.count(demand.billed()));
        cells.add(Amounts.count(measured.points() / RUN.toMinutes()));
        cells.add(bytes(measured.raw() * RUNS_A_DAY));
        cells.add(bytes(measured.gzip() * RUNS_A_DAY));
        cells.add(Amounts.count(demand.fields()));
        Stream.of(1, 5, 15).map(minutes -> usd(settings, figures, minutes)).forEach(cells::add);
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static List<Series> read(Settings settings, List<Series> all, Inventory inventory) {
        SeriesSelection selection =
                new SeriesSelection(settings.metrics(), new ChosenApis(settings.apis()));
        return all.stream().filter(series -> selection.selects(series, inventory)).toList();
    }

    private static Discovered figures(Settings settings, List<Series> all, List<Series> read) {
        DiscoveryTally tally = new DiscoveryTally(settings.metrics().statistics());
        for (int named = 0; named < all.size(); named += PAGE) {
            tally.page();
        }
        return tally.discovered(read);
    }

    private static String usd(Settings settings, Discovered figures, int minutes) {
        Cost cost =
                TargetCost.of(
                                figures,
                                new Bill(settings.metrics().pricePer1000()),
                                Duration.ofMinutes(minutes),
                                settings.metrics().discovery())
                        .monthly();
        return Amounts.usd(cost.estimate()) + " to " + Amounts.usd(cost.bound());
    }

    private static Measured measure(Settings settings, List<Series> read, Inventory inventory) {
        MetricPoints mapping = new MetricPoints(TestSettings.targets(settings), settings.metrics());
        Join join = new Join(settings.metrics(), settings.apis());
        Batches batches = new Batches(settings.guance());
        int points = 0;
        long raw = 0;
        long gzip = 0;
        for (MetricRequest request :
                new RequestPacker(settings.metrics()).pack(read, Sets.window(RUN))) {
            Answer answer = BusyApis.answer(request, settings.metrics().period());
            List<Point> joined = join.join(inventory, mapping.points(TestSettings.TARGET, answer));
            points += joined.size();
            for (List<Point> batch : batches.of(joined)) {
                byte[] lines = lines(batch);
                raw += lines.length;
                gzip += compressed(lines);
            }
        }
        return new Measured(points, raw, gzip);
    }

    private static byte[] lines(List<Point> batch) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try {
            new LineProtocol().marshal(null, batch, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toByteArray();
    }

    private static int compressed(byte[] lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }

    /** To two digits, in units of 1,000. */
    private static String bytes(long number) {
        double megabytes = number / 1e6;
        return megabytes < 10
                ? String.format(Locale.ROOT, "%.1f MB", megabytes)
                : megabytes < 1000
                        ? String.format(Locale.ROOT, "%.0f MB", megabytes)
                        : String.format(Locale.ROOT, "%.1f GB", megabytes / 1000);
    }
}
