package guance.awsgateway.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.templates.Condition.Either;
import guance.awsgateway.templates.Condition.Every;
import guance.awsgateway.templates.Condition.Is;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParsedDqlTest {

    @Test
    void everyPartOfAQueryIsRead() {
        ParsedDql parsed =
                ParsedDql.of(
                        "M::`aws_AWS/ApiGateway`:(SUM(`4XXError_Sum`) AS `4XX`) { `api_name` ="
                                + " '#{api_name}' and (`Dimensions` = 'ApiName' or `Dimensions` ="
                                + " 'ApiId') } BY `api_name`, `region_id`");

        assertThat(parsed)
                .isEqualTo(
                        new ParsedDql(
                                "m",
                                "aws_AWS/ApiGateway",
                                "sum",
                                "4XXError_Sum",
                                "4XX",
                                new Every(
                                        List.of(
                                                new Is("api_name", "#{api_name}"),
                                                new Either(
                                                        List.of(
                                                                new Is("Dimensions", "ApiName"),
                                                                new Is("Dimensions", "ApiId"))))),
                                List.of("api_name", "region_id")));
    }

    @Test
    void aVariableThatNobodyChoseLetsEveryPointThrough() {
        Condition condition =
                ParsedDql.of("M::`m`:(sum(`f`)) { `a` = '#{a}' and `b` = 'c' }").condition();

        assertThat(condition.holds(Map.of("b", "c"))).isTrue();
        assertThat(condition.holds(Map.of("b", "d"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M::aws:(sum(`f`))",
                "M::`m`:(sum(f))",
                "M::`m`:(mode(`f`))",
                "M::`m`:(sum(`f`)",
                "M::`m`:(sum(`f`)) { `a` = \"b\" }",
                "M::`m`:(sum(`f`)) { `a` = 'b' } BY a",
                "M::`m`:(sum(`f`)) BY `a` { `a` = 'b' }",
                "M::`m`:(sum(`f`)) [5m]"
            })
    void whatIsNotOfTheSubsetIsRefused(String query) {
        assertThatThrownBy(() -> ParsedDql.of(query)).isInstanceOf(IllegalArgumentException.class);
    }
}
