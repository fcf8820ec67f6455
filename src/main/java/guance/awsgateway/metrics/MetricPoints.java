package guance.awsgateway.metrics;

import guance.awsgateway.point.Point;
import guance.awsgateway.settings.MetricSettings;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Maps an answer to points: one per dimension set and period start, with all its metrics. */
public final class MetricPoints {

    private final Targets targets;
    private final QueryPlan plan;

    public MetricPoints(Targets targets, MetricSettings settings) {
        this.targets = targets;
        this.plan = new QueryPlan(settings.statistics());
    }

    /** By dimension set, then by time. The points of a set share one map of tags. */
    public List<Point> points(String targetId, Answer answer) {
        Target target = targets.get(targetId);
        List<Point> points = new ArrayList<>();
        List<Query> queries = answer.request().queries();
        for (int from = 0; from < queries.size(); ) {
            int to = answer.request().endOfSet(from);
            addSet(target, answer, from, to, points);
            from = to;
        }
        return points;
    }

    private void addSet(Target target, Answer answer, int from, int to, List<Point> points) {
        List<Query> queries = answer.request().queries().subList(from, to);
        DimensionSet set = queries.get(0).set();
        Map<String, String> tags = MetricTags.of(target, set);
        List<String> names = queries.stream().map(q -> q.metric() + "_" + q.statistic()).toList();
        List<String> averaged = averaged(queries);
        for (int column = 0; column < answer.periods(); column++) {
            Map<String, Object> fields = fields(answer, from, names, column);
            if (!fields.isEmpty()) {
                averaged.forEach(metric -> addAverage(fields, metric));
                long nanos = answer.time(column) * 1_000_000_000L;
                points.add(new Point("aws_" + set.namespace(), tags, fields, nanos));
            }
        }
    }

    /** Every statistic that CloudWatch has; none, and no zero, where it has no datapoint. */
    private static Map<String, Object> fields(
            Answer answer, int from, List<String> names, int column) {
        Map<String, Object> fields = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            double value = answer.value(from + i, column);
            if (!Double.isNaN(value)) {
                fields.put(names.get(i), value);
            }
        }
        return fields;
    }

    private List<String> averaged(List<Query> queries) {
        return queries.stream()
                .map(Query::metric)
                .distinct()
                .filter(metric -> QueryPlan.derivesAverage(plan.wanted(metric)))
                .toList();
    }

    private static void addAverage(Map<String, Object> fields, String metric) {
        Double sum = (Double) fields.get(metric + "_Sum");
        Double count = (Double) fields.get(metric + "_SampleCount");
        if (sum != null && count != null && count != 0) {
            fields.put(metric + "_Average", sum / count);
        }
    }
}
