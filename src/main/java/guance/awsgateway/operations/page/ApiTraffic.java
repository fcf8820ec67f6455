package guance.awsgateway.operations.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * The last three hours of one API in steps of five minutes, in about a kilobyte. A minute counts
 * once, also where its point comes again.
 */
final class ApiTraffic {

    static final Duration STEP = Duration.ofMinutes(5);
    static final int STEPS = 36;

    private static final long STEP_SECONDS = STEP.toSeconds();

    private final float[][] figures = new float[Figure.values().length][STEPS];
    private final byte[] minutes = new byte[STEPS];
    private long newestStep;
    private long newestMinute = Long.MIN_VALUE;
    private double[] newest;

    ApiTraffic() {
        for (float[] each : figures) {
            Arrays.fill(each, Float.NaN);
        }
    }

    /**
     * @param second of the point, since 1970
     */
    synchronized void see(long second, Map<String, Object> fields) {
        long step = Math.floorDiv(second, STEP_SECONDS);
        forget(step);
        int slot = (int) Math.floorMod(step, (long) STEPS);
        byte minute = (byte) (1 << Math.floorMod(second, STEP_SECONDS) / 60);
        double[] values = Figure.of(fields);
        if (step > newestStep - STEPS && (minutes[slot] & minute) == 0) {
            minutes[slot] |= minute;
            for (int i = 0; i < values.length; i++) {
                add(figures[i], slot, (float) values[i]);
            }
        }
        if (second >= newestMinute) {
            newestMinute = second;
            newest = values;
        }
    }

    private static void add(float[] to, int slot, float value) {
        if (!Float.isNaN(value)) {
            to[slot] = Float.isNaN(to[slot]) ? value : to[slot] + value;
        }
    }

    /** Makes room for a step that is newer than all before. */
    private void forget(long step) {
        for (long each = Math.max(newestStep + 1, step - STEPS + 1); each <= step; each++) {
            int slot = (int) Math.floorMod(each, (long) STEPS);
            minutes[slot] = 0;
            for (float[] figure : figures) {
                figure[slot] = Float.NaN;
            }
        }
        newestStep = Math.max(newestStep, step);
    }

    /** The newest minute with its figures; null before there is one. */
    synchronized Minute newest() {
        return newestMinute == Long.MIN_VALUE
                ? null
                : new Minute(Instant.ofEpochSecond(newestMinute), newest);
    }

    /**
     * One value a step, oldest first; null for steps without one.
     *
     * @param end which lies in the last step
     */
    synchronized Double[] chart(Figure figure, Instant end) {
        long last = Math.floorDiv(end.getEpochSecond(), STEP_SECONDS);
        Double[] chart = new Double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            long step = last - STEPS + 1 + i;
            boolean kept = step <= newestStep && step > newestStep - STEPS;
            float value =
                    kept ? figures[figure.ordinal()][(int) Math.floorMod(step, STEPS)] : Float.NaN;
            chart[i] = Float.isNaN(value) ? null : Double.valueOf(value);
        }
        return chart;
    }

    /** The figures of one minute. */
    record Minute(Instant at, double[] values) {

        /** Null where there is none. */
        Double of(Figure figure) {
            double value = values[figure.ordinal()];
            return Double.isNaN(value) ? null : Double.valueOf(value);
        }
    }
}
