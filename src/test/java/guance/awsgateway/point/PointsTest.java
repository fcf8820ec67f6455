package guance.awsgateway.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.standin.StrictLineProtocol;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The beans as YAML calls them. */
class PointsTest {

    private static final Point ORDERS =
            new Point("m", Map.of("ApiName", "orders"), Map.of("f_Sum", 3.0, "f_Minimum", 1.0), 1);
    private static final Point LOWEST = new Point("m", Map.of(), Map.of("g_Minimum", 1.0), 1);

    private final CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void bind() {
        camel.getRegistry().bind("points", new Points());
        camel.getRegistry().bind("lineProtocol", new LineProtocol());
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void tagsEveryPointInPlaceOfItsOwn() throws Exception {
        Object tagged = run("- bean: {ref: points, method: \"tag(${body}, 'ApiName', 'a, b')\"}");

        assertThat(tagged)
                .isEqualTo(
                        List.of(
                                new Point("m", Map.of("ApiName", "a, b"), ORDERS.fields(), 1),
                                new Point("m", Map.of("ApiName", "a, b"), LOWEST.fields(), 1)));
    }

    @Test
    void dropsFieldsByPatternAndPointsLeftWithout() throws Exception {
        Object left = run("- bean: {ref: points, method: \"drop(${body}, '*_Minimum')\"}");

        assertThat(left).isEqualTo(List.of(new Point("m", ORDERS.tags(), Map.of("f_Sum", 3.0), 1)));
    }

    @Test
    void dropsATagByItsWholeName() throws Exception {
        Object left = run("- bean: {ref: points, method: \"drop(${body}, 'ApiName')\"}");

        assertThat(left).isEqualTo(List.of(new Point("m", Map.of(), ORDERS.fields(), 1), LOWEST));
    }

    @Test
    void marshalsToLines() throws Exception {
        Object body = run("- marshal: {custom: {ref: lineProtocol}}");

        byte[] lines = camel.getTypeConverter().mandatoryConvertTo(byte[].class, body);
        assertThat(StrictLineProtocol.parse(lines)).containsExactly(ORDERS, LOWEST);
    }

    @Test
    void refusesToReadLines() {
        assertThatThrownBy(() -> new LineProtocol().unmarshal(null, InputStream.nullInputStream()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("lineProtocol only writes points; there is no unmarshal with it");
    }

    private Object run(String... steps) throws Exception {
        String yaml =
                """
                - route:
                    from:
                      uri: direct:start
                      steps:
                """;
        String route = yaml + "        " + String.join("\n        ", steps);
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("x.yaml", route));
        return camel.createProducerTemplate().requestBody("direct:start", List.of(ORDERS, LOWEST));
    }
}
