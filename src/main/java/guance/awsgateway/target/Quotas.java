package guance.awsgateway.target;

import guance.awsgateway.settings.AccountSettings;
import guance.awsgateway.settings.Settings;
import guance.awsgateway.target.CallTally.Service;
import guance.awsgateway.trouble.Code;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Our part of the quotas of every AWS account: one limit whatever the number of targets, clients
 * and namespaces that share it.
 */
public final class Quotas {

    private static final Logger LOG = LoggerFactory.getLogger(Quotas.class);

    private final Function<Quota, Allowance> allowances;
    private final AwsTime time;
    private final Stopwatch stopwatch;
    private final Map<Key, Limit> limits = new ConcurrentHashMap<>();
    private final CallTally calls = new CallTally();

    /**
     * @param region empty where all regions share the quota
     */
    private record Key(Quota quota, String account, String region) {}

    /**
     * @param time by which a request is recent
     */
    public Quotas(Settings settings, AwsTime time, Stopwatch stopwatch) {
        this.allowances = quota -> Allowance.of(quota, settings.apis(), settings.metrics());
        this.time = time;
        this.stopwatch = stopwatch;
    }

    /** Holds back every call of a client of the target, for as long as it takes. */
    ExecutionInterceptor of(Target target) {
        return new LimitedCalls(this, target, time);
    }

    Limit limit(Target target, Quota quota) {
        String region = quota.isOfAllRegions() ? "" : target.region();
        return limits.computeIfAbsent(
                new Key(quota, account(target.account()), region),
                key -> new Limit(allowances.apply(quota), stopwatch));
    }

    /**
     * @return the same for accounts of the settings that are one account of AWS, as far as the
     *     settings tell: partition and number of the role's, else the profile, else the default
     *     credentials
     */
    static String account(AccountSettings account) {
        return account.role()
                .map(role -> role.arn().split(":"))
                .map(arn -> arn[1] + ":" + arn[4])
                .or(() -> account.profile().map(profile -> "profile " + profile))
                .orElse("default");
    }

    /** Counts and tells an attempt that AWS throttled. */
    void throttled(Target target, Service service, String operation, boolean first) {
        calls.throttled(target.id(), service);
        String text = "{}: AWS throttled {}; slower for a while";
        if (first) {
            LOG.warn(Code.AWS_THROTTLED.marker(), text, target.text(), operation);
        } else {
            LOG.debug(text, target.text(), operation);
        }
    }

    /** Of all targets. */
    public CallTally calls() {
        return calls;
    }
}
