package guance.awsgateway.standin;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** Answers requests: who is it, what goes wrong, what does the service say. */
final class AwsServices {
    private final Supplier<World> world;
    private final Clock clock;
    private final AwsFaults faults;
    private final AwsQuotas quotas;
    private final AwsCalls calls;
    private final Sessions sessions = new Sessions();
    private final Map<String, AwsService> byScope;
    private final AwsService query;

    AwsServices(
            Supplier<World> world,
            Clock clock,
            PageSizes pages,
            AwsFaults faults,
            AwsQuotas quotas,
            AwsCalls calls,
            PutMetrics put) {
        this.world = world;
        this.clock = clock;
        this.faults = faults;
        this.quotas = quotas;
        this.calls = calls;
        this.query = new CloudWatchQueryService(pages);
        this.byScope =
                Map.of(
                        "monitoring", new CloudWatchService(pages, put),
                        "apigateway", new ApiGatewayService(pages),
                        "sts", new StsService(sessions));
    }

    private AwsService service(AwsRequest request) {
        return CloudWatchQueryService.isOf(request)
                ? query
                : byScope.getOrDefault(request.service(), byScope.get("sts"));
    }

    AwsAnswer answer(AwsRequest request) throws InterruptedException {
        AwsService service = service(request);
        AwsCall call = call(request, "", "", Map.of());
        try {
            Caller caller = sessions.caller(request, world.get(), clock.instant());
            call = call(request, caller.account().name(), "", Map.of());
            AwsOperation operation = service.read(request);
            call = call(request, caller.account().name(), operation.name(), operation.parameters());
            return logged(call, answer(service, operation, caller, call));
        } catch (AwsError error) {
            return logged(call, service.refusal(error));
        }
    }

    private AwsAnswer answer(
            AwsService service, AwsOperation operation, Caller caller, AwsCall call)
            throws InterruptedException {
        AwsFault.Effect effect = faults.strike(call);
        if (effect == AwsFault.Effect.CUT) {
            return AwsAnswer.CUT;
        }
        if (effect == null && !quotas.admit(call, operation.datapoints())) {
            effect = AwsFault.Effect.THROTTLE;
        }
        if (effect != null && effect != AwsFault.Effect.MESSAGE) {
            String denial = caller.denial(operation.action(), operation.resource());
            throw service.error(failure(effect), denial);
        }
        Instant now = clock.instant();
        boolean message = effect == AwsFault.Effect.MESSAGE;
        return operation
                .answer()
                .apply(new AwsContext(world.get(), caller, call.region(), now, message));
    }

    private static AwsFailure failure(AwsFault.Effect effect) {
        return switch (effect) {
            case THROTTLE -> AwsFailure.THROTTLED;
            case DENY -> AwsFailure.DENIED;
            case INTERNAL -> AwsFailure.INTERNAL;
            case SLOW, HANG, CUT, MESSAGE -> throw new IllegalStateException(effect.name());
        };
    }

    private AwsCall call(
            AwsRequest request, String account, String operation, Map<String, String> parameters) {
        return new AwsCall(
                request.service(),
                operation,
                account,
                request.region(),
                request.accessKey(),
                parameters,
                0,
                clock.instant());
    }

    private AwsAnswer logged(AwsCall call, AwsAnswer answer) {
        calls.add(call.answered(answer.status()));
        return answer;
    }
}
