package guance.awsgateway.standin;

import java.util.List;
import java.util.Map;

/** Two companies of a small size. */
final class DemoWorld {
    private static final Metric INVOCATIONS =
            new Metric("AWS/Lambda", "Invocations", Map.of("FunctionName", "orders"));
    private static final Metric DURATION =
            new Metric("AWS/Lambda", "Duration", Map.of("FunctionName", "orders"));

    private DemoWorld() {}

    static World make() {
        return World.of(
                Account.of("111122223333", "shop", ireland(), virginia()),
                Account.of("444455556666", "ops", ningxia()).externalId("guance"));
    }

    private static Region ireland() {
        Stage prod = Stage.of("prod").cached();
        Route get = new Route("GET", "/orders/{id}");
        Route any = new Route("ANY", "/{proxy+}");
        return Region.of(
                "eu-west-1",
                Lateness.NONE,
                Api.rest("k3f9d0q2zm", "orders-api")
                        .description("Orders of the web shop")
                        .tags(Map.of("team", "shop", "env", "prod"))
                        .stages(prod.detailed(get, any), Stage.of("test")),
                Api.rest("aa11bb22cc", "webhooks").tags(Map.of("env", "dev")),
                Api.rest("dd33ee44ff", "webhooks").tags(Map.of("env", "prod")),
                Api.rest("b5d563g3yx", "legacy").traffic(Traffic.SPARSE),
                Api.http("p0o9i8u7y6", "orders-api"),
                Api.webSocket("w5x6y7z8a9", "chat")
                        .stages(
                                Stage.of("prod")
                                        .variables(Map.of("table", "NOT-A-REAL-SECRET-demo"))));
    }

    private static Region virginia() {
        return Region.of(
                "us-east-1",
                Lateness.NONE,
                List.of(
                        Api.rest("q1w2e3r4t5", "订单-orders").tags(Map.of("团队", "支付 组")),
                        Api.http("m4n5b6v7c8", "Catalogue (imported)")
                                .stages(
                                        Stage.of("$default")
                                                .detailed(new Route("GET", "/catalogue"))),
                        Api.rest("u7n3ov96ab", "ledger internal, v2").traffic(Traffic.IDLE)),
                Map.of(INVOCATIONS, Traffic.STEADY, DURATION, Traffic.STEADY));
    }

    /** Has the reference API of the wire contract. */
    private static Region ningxia() {
        return Region.of(
                "cn-northwest-1",
                Lateness.NONE,
                Api.http("c72z3thtq8", "helloworld-API")
                        .description("Created by AWS Lambda")
                        .created("2022-11-11T09:17:35Z"),
                Api.rest("z9y8x7w6v5", "支付").tags(Map.of("环境", "生产")),
                Api.http("n0i1d2l3e4", "夜间任务").traffic(Traffic.IDLE));
    }
}
