package guance.awsgateway.operations.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageHeadersTest {

    private final PageHeaders headers = new PageHeaders();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelHttpUri",
                "camelhttpuri",
                "CAMELFileName",
                "cAmElBeanMethodName",
                "CamelExecCommandExecutable",
                "org.apache.camel.anything",
                "ORG.APACHE.CAMEL.anything"
            })
    void noHeaderOfCamelsComesInOrGoesOut(String name) {
        assertThat(headers.applyFilterToExternalHeaders(name, "x", null)).isTrue();
        assertThat(headers.applyFilterToCamelHeaders(name, "x", null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "Origin", "Authorization", "Content-Type", "Sec-Fetch-Site"})
    void whatTheDoorLooksAtComesIn(String name) {
        assertThat(headers.applyFilterToExternalHeaders(name, "x", null)).isFalse();
    }
}
