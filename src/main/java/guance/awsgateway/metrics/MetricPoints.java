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
        DimensionSet set = answer.request().queries().get(from).set();
        Map<String, String> tags = MetricTags.of(target, set);
        for (int column = 0; column < answer.periods(); column++) {
            Map<String, Object> fields = fields(answer, from, to, column);
            if (!fields.isEmpty()) {
                long nanos = answer.time(column) * 1_000_000_000L;
                points.add(new Point("aws_" + set.namespace(), tags, fields, nanos));
            }
        }
    }

    /** Every statistic that CloudWatch has; none, and no zero, where it has no datapoint. */
    private Map<String, Object> fields(Answer answer, int from, int to, int column) {
        Map<String, Object> fields = new TreeMap<>();
        for (int i = from; i < to; i++) {
            double value = answer.value(i, column);
            if (!Double.isNaN(value)) {
                Query query = answer.request().queries().get(i);
                fields.put(query.metric() + "_" + query.statistic(), value);
            }
        }
        answer.request().queries().subList(from, to).stream()
                .map(Query::metric)
                .distinct()
                .forEach(metric -> addAverage(fields, metric));
        return fields;
    }

    private void addAverage(Map<String, Object> fields, String metric) {
        if (!QueryPlan.derivesAverage(plan.wanted(metric))) {
            return;
        }
        Double sum = (Double) fields.get(metric + "_Sum");
        Double count = (Double) fields.get(metric + "_SampleCount");
        if (sum != null && count != null && count != 0) {
            fields.put(metric + "_Average", sum / count);
        }
    }
}
