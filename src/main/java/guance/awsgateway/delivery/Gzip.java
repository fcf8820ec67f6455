package guance.awsgateway.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Compresses a body that Camel can read as {@code byte[]}; in YAML {@code marshal: custom: ref:
 * gzip}.
 *
 * <p>What comes out is a {@code byte[]} only where stream caching is off for the route that the
 * exchange began in; else a stream cache, which is posted chunked. Source: OutputStreamBuilder of
 * Camel 4.18.0.
 */
public final class Gzip extends ServiceSupport implements DataFormat {

    @Override
    public void marshal(Exchange exchange, Object graph, OutputStream stream)
            throws IOException, InvalidPayloadException {
        byte[] plain =
                exchange.getContext()
                        .getTypeConverter()
                        .tryConvertTo(byte[].class, exchange, graph);
        if (plain == null) {
            throw new InvalidPayloadException(exchange, byte[].class);
        }
        try (GZIPOutputStream gzip = new GZIPOutputStream(stream)) {
            gzip.write(plain);
        }
    }

    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) throws IOException {
        return new GZIPInputStream(stream).readAllBytes();
    }
}
