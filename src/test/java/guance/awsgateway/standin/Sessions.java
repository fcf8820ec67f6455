package guance.awsgateway.standin;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Temporary keys given out by AssumeRole. */
final class Sessions {
    private final Map<String, Session> byAccessKey = new ConcurrentHashMap<>();
    private final AtomicInteger given = new AtomicInteger();

    /**
     * @param arn of the assumed role's session
     */
    record Session(
            String accessKey, String token, String accountNumber, String arn, Instant expires) {}

    Session open(String accountNumber, String arn, Instant expires) {
        String key = String.format(Locale.ROOT, "ASIASESSION%09d", given.incrementAndGet());
        Session session = new Session(key, "token-of-" + key, accountNumber, arn, expires);
        byAccessKey.put(key, session);
        return session;
    }

    /**
     * @throws AwsError as AWS refuses unknown, wrong and expired keys
     */
    Caller caller(AwsRequest request, World world, Instant now) {
        Session session = byAccessKey.get(request.accessKey());
        if (session == null) {
            return user(request, world);
        }
        if (!session.token().equals(request.token())) {
            throw AwsFailure.UNKNOWN_KEY.error("");
        }
        if (!now.isBefore(session.expires())) {
            throw AwsFailure.EXPIRED.error("");
        }
        return new Caller(world.byNumber(session.accountNumber()).orElseThrow(), session.arn());
    }

    private static Caller user(AwsRequest request, World world) {
        Account account =
                world.byAccessKey(request.accessKey())
                        .orElseThrow(() -> AwsFailure.UNKNOWN_KEY.error(""));
        String partition = Partition.of(request.region());
        return new Caller(
                account, "arn:" + partition + ":iam::" + account.number() + ":user/collector");
    }
}
