package guance.awsgateway.point;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** The data format, without a route around it. */
final class Lines {

    private Lines() {}

    static String encode(Point... points) throws IOException {
        return new String(bytes(List.of(points)), UTF_8);
    }

    static byte[] bytes(List<Point> points) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (LineProtocol lineProtocol = new LineProtocol()) {
            lineProtocol.marshal(null, points, stream);
        }
        return stream.toByteArray();
    }
}
