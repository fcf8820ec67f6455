package guance.awsgateway.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.point.LineProtocol;
import guance.awsgateway.point.Point;
import guance.awsgateway.settings.Encoding;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** The bytes of a point on the wire, before gzip. */
final class EncodedSize {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EncodedSize() {}

    static ToIntFunction<Point> of(Encoding encoding) {
        return switch (encoding) {
            case LINE_PROTOCOL -> LineProtocol::encodedSize;
            case JSON -> EncodedSize::json;
        };
    }

    /** No fewer bytes than a cleaned point takes, told without encoding it where that is easy. */
    static ToLongFunction<Point> most(Encoding encoding) {
        return switch (encoding) {
            case LINE_PROTOCOL -> LineProtocol::mostBytes;
            case JSON -> point -> json(point) + 1L;
        };
    }

    /**
     * What a body has beside its points and a separator each: one line break less, or the brackets
     * of a list and a comma less.
     */
    static int beside(Encoding encoding) {
        return switch (encoding) {
            case LINE_PROTOCOL -> -1;
            case JSON -> 1;
        };
    }

    private static int json(Point point) {
        try {
            return JSON.writeValueAsBytes(point).length;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a point has no JSON form: " + e.getMessage(), e);
        }
    }
}
