package guance.awsgateway.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How metrics are collected.
 *
 * @param cron Quartz form
 * @param period a multiple of 60 s, at most a day
 * @param delay how long a minute is left to settle
 * @param settle how long it is read again for late values; zero for never
 * @param resendChanged whether a point that changed is sent again
 * @param patience how long a point waits for a metric that CloudWatch does not answer
 * @param lookback how far before now minus delay the first start reads
 * @param backfill how far a gap is filled, at most 15 days
 * @param join object tags joined onto metrics, each once, in the order given
 * @param discovery time to live of the discovered series; zero for none
 * @param probe whether the request count is asked for first
 * @param concurrency GetMetricData calls at once per target, at least 1
 * @param quotaShare above 0, at most 1
 * @param budget USD per month and account, above zero
 * @param pricePer1000 USD per 1,000 metrics requested, above zero
 */
public record MetricSettings(
        String cron,
        Duration period,
        Duration delay,
        Duration settle,
        boolean resendChanged,
        Duration patience,
        Duration lookback,
        Duration backfill,
        MetricSelection selection,
        StatisticSettings statistics,
        Grains grains,
        List<String> join,
        Duration discovery,
        boolean probe,
        int concurrency,
        double quotaShare,
        Optional<BigDecimal> budget,
        BigDecimal pricePer1000) {
    private static final String KEPT_BY_CLOUDWATCH = "15d";

    public MetricSettings {
        join = List.copyOf(join);
    }

    static MetricSettings read(Values values) {
        return new MetricSettings(
                values.value(Key.METRICS_CRON, Crons::parse),
                values.value(Key.METRICS_PERIOD, Durations::period),
                values.value(Key.METRICS_DELAY, Durations.upTo("1d")),
                values.value(Key.METRICS_SETTLE, Durations.upTo("1d")),
                values.value(Key.METRICS_RESEND, Numbers.choice("never", "changed"))
                        .equals("changed"),
                values.value(Key.METRICS_PATIENCE, Durations.upTo("1d")),
                values.value(Key.METRICS_LOOKBACK, Durations.positiveUpTo(KEPT_BY_CLOUDWATCH)),
                values.value(Key.METRICS_BACKFILL, Durations.upTo(KEPT_BY_CLOUDWATCH)),
                MetricSelection.of(
                        values.steps(Key.METRICS_SELECTION, MetricSelection.Step::parse)),
                StatisticSettings.read(values),
                values.value(Key.METRICS_GRAINS, Grains::parse),
                values.value(Key.METRICS_JOIN, Lists.of(JoinedTags::parse)),
                values.value(Key.METRICS_DISCOVERY, Durations.upTo("1d")),
                values.value(Key.METRICS_PROBE, Numbers::yes),
                values.value(Key.METRICS_CONCURRENCY, Numbers.between(1, 100)),
                values.value(Key.METRICS_QUOTA_SHARE, Numbers::share),
                values.value(Key.METRICS_BUDGET, Numbers::budget),
                values.value(Key.METRICS_PRICE, Numbers::amount));
    }
}
