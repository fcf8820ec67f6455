package guance.awsgateway.standin;

import java.io.IOException;

/** What Guance answers besides writes: is the token right, is the agent there, what is kept. */
public final class GuanceChecks {

    private static final String CHECK = "/v1/check/token/";
    private static final GuanceReply UNKNOWN =
            GuanceReply.error(403, "kodo.tokenNotFound", "token not found");

    private final GuanceReceiver receiver;
    private final String token;
    private final GuanceQueries queries;
    private volatile boolean overUsage;

    GuanceChecks(GuanceReceiver receiver, String token, GuanceQueries queries) {
        this.receiver = receiver;
        this.token = token;
        this.queries = queries;
    }

    /** From now on the workspace has used up its quota. */
    public void overUsage() {
        overUsage = true;
    }

    /** How it answers DQL. */
    public GuanceQueries queries() {
        return queries;
    }

    GuanceReply answer(GuanceExchange exchange) throws IOException {
        String path = exchange.path();
        if (receiver == GuanceReceiver.DATAKIT) {
            return path.equals("/v1/ping") ? ping() : GuanceReply.notFound();
        }
        if (path.startsWith(CHECK)) {
            return checked(path.substring(CHECK.length()));
        }
        if (!token.equals(exchange.query().get("token"))) {
            return UNKNOWN;
        }
        return switch (exchange.method() + " " + path) {
            case "POST /v1/workspace" -> workspace();
            case "POST /v1/query/raw" -> queries.answer(exchange.body());
            default -> GuanceReply.notFound();
        };
    }

    private static GuanceReply ping() {
        return GuanceReply.json(
                200,
                """
                {"content":{"version":"1.60.0","uptime":"1h","host":"standin","commit":"0"}}""");
    }

    /** In kodo's manual a token that it does not know is told with status 200. */
    private GuanceReply checked(String asked) {
        return GuanceReply.json(
                200,
                asked.equals(token)
                        ? """
                        {"code":200,"errorCode":"","message":""}"""
                        : """
                        {"code":403,"errorCode":"kodo.tokenNotFound","message":"token not found"}""");
    }

    /** As in DataKit's manual, the token included. */
    private GuanceReply workspace() {
        return GuanceReply.json(
                200,
                """
                {"content":[{"token":{"ws_uuid":"wksp_standin","bill_state":"normal",\
                "ver_type":"pay","token":"%s","status":0},\
                "data_usage":{"data_metric":96966,"is_over_usage":%s}}]}"""
                        .formatted(token, overUsage));
    }
}
