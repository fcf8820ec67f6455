package guance.awsgateway.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.zip.GZIPInputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.StreamCache;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

class GzipTest {

    private static final String GZIP = "- marshal: {custom: {ref: gzip}}";
    private static final String TO_BYTES = "- convertBodyTo: {type: 'byte[]'}";

    @Test
    void compressesToBytesWithoutStreamCaching() throws Exception {
        assertThat(gunzip((byte[]) run(false, GZIP))).isEqualTo("网关");
    }

    @Test
    void compressesToAStreamCacheElseThatConvertsToBytes() throws Exception {
        assertThat(run(true, GZIP)).isInstanceOf(StreamCache.class);
        assertThat(gunzip((byte[]) run(true, GZIP, TO_BYTES))).isEqualTo("网关");
    }

    private static Object run(boolean streamCaching, String... steps) throws Exception {
        String head =
                """
                - route:
                    from:
                      uri: direct:start
                      steps:
                """;
        String route = head + "        " + String.join("\n        ", steps);
        CamelContext camel = new DefaultCamelContext();
        try {
            camel.setStreamCaching(streamCaching);
            camel.getRegistry().bind("gzip", new Gzip());
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.fromString("x.yaml", route));
            camel.start();
            byte[] body = "网关".getBytes(UTF_8);
            return camel.createProducerTemplate().requestBody("direct:start", body);
        } finally {
            camel.stop();
        }
    }

    private static String gunzip(byte[] body) throws Exception {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(plain.readAllBytes(), UTF_8);
        }
    }
}
