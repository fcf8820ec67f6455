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
        List<Average> averages = averages(queries);
        for (int column = 0; column < answer.periods(); column++) {
            Map<String, Object> fields = fields(answer, from, names, column);
            if (!fields.isEmpty()) {
                averages.forEach(average -> average.addTo(fields));
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

    private List<Average> averages(List<Query> queries) {
        return queries.stream()
                .map(Query::metric)
                .distinct()
                .filter(metric -> QueryPlan.derivesAverage(plan.wanted(metric)))
                .map(m -> new Average(m + "_Average", m + "_Sum", m + "_SampleCount"))
                .toList();
    }

    /** The names of a field and of those that it derives from. */
    private record Average(String name, String sum, String count) {

        void addTo(Map<String, Object> fields) {
            Double total = (Double) fields.get(sum);
            Double samples = (Double) fields.get(count);
            if (total != null && samples != null && samples != 0) {
                fields.put(name, total / samples);
            }
        }
    }
}
