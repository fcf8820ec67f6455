package guance.awsgateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.point.Point;
import guance.awsgateway.standin.PageSizes;
import guance.awsgateway.standin.World;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferencePointTest {

    private static final String NOW = "2023-08-07T14:29:19Z";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theReferenceApiArrivesAsTheReferencePoint() throws Exception {
        try (Bench bench = new Bench(World.demo(), PageSizes.AWS, NOW)) {
            bench.account("AWS", "ops", "cn-northwest-1");

            bench.runAll();

            assertThat(bench.guance().points("custom_object"))
                    .filteredOn(point -> point.tags().get("name").equals("c72z3thtq8"))
                    .singleElement()
                    .satisfies(ReferencePointTest::isTheReference);
        }
    }

    private static void isTheReference(Point point) throws Exception {
        Map<String, String> tags =
                Map.ofEntries(
                        Map.entry("account_name", "AWS"),
                        Map.entry("api_name", "helloworld-API"),
                        Map.entry("ApiId", "c72z3thtq8"),
                        Map.entry("ApiKeySelectionExpression", "$request.header.x-api-key"),
                        Map.entry("class", "aws_gateway"),
                        Map.entry("cloud_provider", "aws"),
                        Map.entry("create_time", "2023/08/07 14:29:19"),
                        Map.entry("CreatedDate", "2022-11-11T09:17:35Z"),
                        Map.entry("date", "2023/08/07 14:29:19"),
                        Map.entry("date_ns", "0"),
                        Map.entry("Description", "Created by AWS Lambda"),
                        Map.entry("instance_tags", "{}"),
                        Map.entry("name", "c72z3thtq8"),
                        Map.entry("ProtocolType", "HTTP"),
                        Map.entry("region_id", "cn-northwest-1"));
        long time = Instant.parse(NOW).getEpochSecond() * 1_000_000_000L;
        String message = (String) point.fields().get("message");
        assertThat(point)
                .isEqualTo(new Point("aws_gateway", tags, Map.of("message", message), time));
        assertThat(JSON.readTree(message)).isEqualTo(listed());
    }

    private static JsonNode listed() throws Exception {
        return JSON.readTree(
                """
                {"ApiEndpoint":"https://c72z3thtq8.execute-api.cn-northwest-1.amazonaws.com",
                "ApiId":"c72z3thtq8","ApiKeySelectionExpression":"$request.header.x-api-key",
                "CreatedDate":"2022-11-11T09:17:35Z","Description":"Created by AWS Lambda",
                "DisableExecuteApiEndpoint":false,"Name":"helloworld-API","ProtocolType":"HTTP",
                "Tags":{}}""");
    }
}
