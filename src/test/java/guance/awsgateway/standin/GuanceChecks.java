package guance.awsgateway.standin;

/** What Guance answers besides writes: is the token right, is the agent there. */
record GuanceChecks(GuanceReceiver receiver, String token) {

    private static final String CHECK = "/v1/check/token/";

    GuanceReply answer(String path) {
        if (receiver == GuanceReceiver.DATAKIT && path.equals("/v1/ping")) {
            return GuanceReply.json(
                    200,
                    """
                    {"content":{"version":"1.60.0","uptime":"1h","host":"standin","commit":"0"}}""");
        }
        if (receiver == GuanceReceiver.DATAWAY && path.startsWith(CHECK)) {
            return path.substring(CHECK.length()).equals(token)
                    ? GuanceReply.json(200, "{\"code\":200,\"success\":true}")
                    : GuanceReply.error(403, "kodo.tokenNotFound", "token not found");
        }
        return GuanceReply.notFound();
    }
}
