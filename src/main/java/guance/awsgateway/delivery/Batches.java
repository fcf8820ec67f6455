package guance.awsgateway.delivery;

import guance.awsgateway.point.Point;
import guance.awsgateway.point.WireRules;
import guance.awsgateway.settings.GuanceSettings;
import guance.awsgateway.trouble.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cuts points into batches that Guance takes in one POST, each point cleaned for the wire. */
public final class Batches {

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    private final int maxPoints;
    private final long maxBytes;
    private final ToIntFunction<Point> size;
    private final ToLongFunction<Point> most;
    private final int beside;

    public Batches(GuanceSettings guance) {
        this.maxPoints = guance.batchPoints();
        this.maxBytes = guance.batchBytes();
        this.size = EncodedSize.of(guance.encoding());
        this.most = EncodedSize.most(guance.encoding());
        this.beside = EncodedSize.beside(guance.encoding());
    }

    /**
     * In the order of the points. A point that is larger than a batch may be stands alone; one
     * without any field that can be sent is dropped.
     */
    public List<List<Point>> of(List<Point> points) {
        List<Point> clean = clean(points);
        return isOne(clean) ? List.of(clean) : cut(clean);
    }

    /** Whether they surely fit into one, so that none need be encoded to know its size. */
    private boolean isOne(List<Point> clean) {
        if (clean.isEmpty() || clean.size() > maxPoints) {
            return false;
        }
        long bytes = beside;
        for (int i = 0; i < clean.size() && bytes <= maxBytes; i++) {
            bytes += most.applyAsLong(clean.get(i));
        }
        return bytes <= maxBytes;
    }

    private List<List<Point>> cut(List<Point> clean) {
        List<List<Point>> batches = new ArrayList<>();
        List<Point> batch = new ArrayList<>();
        long bytes = beside;
        for (Point point : clean) {
            int more = size.applyAsInt(point) + 1;
            if (!batch.isEmpty() && (batch.size() == maxPoints || bytes + more > maxBytes)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = beside;
            }
            batch.add(point);
            bytes += more;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }

    /** A batch of two or more points in two. */
    public List<List<Point>> halves(List<Point> batch) {
        int half = batch.size() / 2;
        return List.of(batch.subList(0, half), batch.subList(half, batch.size()));
    }

    private static List<Point> clean(List<Point> points) {
        List<Point> found = new ArrayList<>(points.size());
        points.forEach(point -> WireRules.clean(point).ifPresent(found::add));
        List<Point> clean = List.copyOf(found);
        int dropped = points.size() - clean.size();
        if (dropped > 0) {
            LOG.warn(
                    Code.POINTS_WITHOUT_FIELD.marker(),
                    "{} points have no field that can be sent, and are dropped",
                    dropped);
        }
        return clean;
    }
}
