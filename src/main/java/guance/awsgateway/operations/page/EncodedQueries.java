package guance.awsgateway.operations.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.operations.ManagementRoutes;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;

/**
 * Refuses a query that is not URL-encoded, before anything of Camel asks for its parameters and
 * fails with a stack trace.
 */
final class EncodedQueries implements ManagementRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void addTo(Router router) {
        router.route().order(Integer.MIN_VALUE).handler(EncodedQueries::check);
    }

    private static void check(RoutingContext context) {
        if (isEncoded(context)) {
            context.next();
        } else {
            refuse(context, Answer.error(400, Query.NOT_ENCODED));
        }
    }

    private static boolean isEncoded(RoutingContext context) {
        try {
            context.queryParams();
            return true;
        } catch (HttpException e) {
            return false;
        }
    }

    private static void refuse(RoutingContext context, Answer answer) {
        Door.SEAL.forEach(context.response()::putHeader);
        context.response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", answer.contentType())
                .end(text(answer));
    }

    private static String text(Answer answer) {
        try {
            return JSON.writeValueAsString(answer.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sentence is always JSON", e);
        }
    }
}
