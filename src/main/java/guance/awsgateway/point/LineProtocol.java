package guance.awsgateway.point;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Points as line protocol; in YAML:
 *
 * <pre>{@code
 * - marshal:
 *     custom:
 *       ref: lineProtocol
 * }</pre>
 *
 * <p>The body is a {@code List<Point>} or one {@link Point}. Each point is cleaned first ({@link
 * WireRules}); one that is left without fields makes no line, so that the result can be empty. A
 * line is {@code measurement,tag=v,... field=v,... time}, tags sorted by key, {@code \n} between
 * lines and none after the last, UTF-8. Doubles are floats with every digit that reading them back
 * to the same bits needs, such as {@code 3.0} or {@code 1.0E10}.
 */
public final class LineProtocol extends ServiceSupport implements DataFormat {

    /**
     * @throws IllegalArgumentException for a body that holds anything but points
     */
    @Override
    public void marshal(Exchange exchange, Object graph, OutputStream stream) throws IOException {
        stream.write(encode(graph instanceof List<?> list ? list : List.of(graph)));
    }

    /** Not offered: nothing that the collector reads is line protocol. */
    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) {
        throw new UnsupportedOperationException(
                "lineProtocol only writes points; there is no unmarshal with it");
    }

    /**
     * @return exactly the bytes of the point's line, without the {@code \n} that stands between two
     *     lines; 0 for a point that makes no line. Costs as much as encoding it.
     */
    public static int encodedSize(Point point) {
        LineWriter line = new LineWriter();
        WireRules.clean(point).ifPresent(line::add);
        return line.size();
    }

    /**
     * @param point cleaned
     * @return no fewer bytes than its line with a {@code \n}, for next to nothing
     */
    public static long mostBytes(Point point) {
        return LineWriter.most(point);
    }

    private static byte[] encode(List<?> points) {
        LineWriter lines = new LineWriter();
        for (Object each : points) {
            if (!(each instanceof Point point)) {
                throw new IllegalArgumentException(
                        "lineProtocol writes points, not " + each.getClass().getName());
            }
            WireRules.clean(point).ifPresent(lines::add);
        }
        return lines.toBytes();
    }
}
