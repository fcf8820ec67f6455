package guance.awsgateway.standin;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/** The samples of one series in one period, and the statistics CloudWatch makes of them. */
final class Samples implements DoubleConsumer {
    private double[] values = {};
    private int count;

    @Override
    public void accept(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, Math.max(4, 2 * count));
        }
        values[count++] = value;
    }

    boolean isEmpty() {
        return count == 0;
    }

    Statistics statistics() {
        return new Statistics(count, sum(), quantile(0), quantile(1));
    }

    /**
     * @param name SampleCount, Sum, Average, Minimum, Maximum, pNN or tmNN
     */
    double statistic(String name) {
        return switch (name) {
            case "SampleCount" -> count;
            case "Sum" -> sum();
            case "Average" -> sum() / count;
            case "Minimum" -> quantile(0);
            case "Maximum" -> quantile(1);
            default ->
                    name.startsWith("tm") ? trimmedMean(share(name, 2)) : quantile(share(name, 1));
        };
    }

    private double sum() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** Linear between the neighbouring ranks; the least sample at 0, the greatest at 1. */
    private double quantile(double share) {
        Arrays.sort(values, 0, count);
        double rank = share * (count - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, count - 1);
        return values[below] + (rank - below) * (values[above] - values[below]);
    }

    private double trimmedMean(double share) {
        double limit = quantile(share);
        return Arrays.stream(values, 0, count).filter(v -> v <= limit).average().orElseThrow();
    }

    private static double share(String name, int prefix) {
        return Double.parseDouble(name.substring(prefix)) / 100;
    }
}
