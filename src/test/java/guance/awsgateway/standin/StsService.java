package guance.awsgateway.standin;

import static guance.awsgateway.standin.StsXml.element;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** STS in the query protocol: a form in, XML out. */
final class StsService implements AwsService {
    private static final Pattern ROLE = Pattern.compile("arn:([a-z-]+):iam::(\\d{12}):role/(.+)");

    private final Sessions sessions;

    StsService(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public AwsOperation read(AwsRequest request) {
        Map<String, String> form =
                AwsRequest.form(new String(request.body(), StandardCharsets.UTF_8));
        String action = form.getOrDefault("Action", "");
        return switch (action) {
            case "AssumeRole" ->
                    new AwsOperation(
                            action,
                            form,
                            "sts:AssumeRole",
                            form.getOrDefault("RoleArn", ""),
                            context -> assume(form, context));
            case "GetCallerIdentity" ->
                    new AwsOperation(
                            action, form, "sts:GetCallerIdentity", "", StsService::identity);
            default ->
                    throw new AwsError(
                            400, "InvalidAction", "InvalidAction", "Could not find " + action);
        };
    }

    private AwsAnswer assume(Map<String, String> form, AwsContext context) {
        Matcher role = ROLE.matcher(form.getOrDefault("RoleArn", ""));
        if (!role.matches()) {
            throw AwsError.invalid("RoleArn is invalid");
        }
        Account account = account(role, form.get("ExternalId"), context);
        String arn =
                String.format(
                        "arn:%s:sts::%s:assumed-role/%s/%s",
                        role.group(1),
                        account.number(),
                        role.group(3),
                        form.get("RoleSessionName"));
        long seconds = Long.parseLong(form.getOrDefault("DurationSeconds", "3600"));
        return assumed(sessions.open(account.number(), arn, context.now().plusSeconds(seconds)));
    }

    /** A wrong role, account or external id is refused alike, as AWS does. */
    private static Account account(Matcher role, String externalId, AwsContext context) {
        return context.world()
                .byNumber(role.group(2))
                .filter(account -> role.group(3).equals(Account.ROLE))
                .filter(account -> trusts(account, externalId))
                .orElseThrow(() -> denied(role.group(), context));
    }

    private static boolean trusts(Account account, String externalId) {
        return account.externalId() == null || account.externalId().equals(externalId);
    }

    private static AwsError denied(String role, AwsContext context) {
        return AwsFailure.DENIED.error(
                String.format(
                        "User: %s is not authorized to perform: sts:AssumeRole on resource: %s",
                        context.caller().arn(), role));
    }

    private static AwsAnswer assumed(Sessions.Session session) {
        Instant expires = session.expires().truncatedTo(ChronoUnit.SECONDS);
        return StsXml.result(
                "AssumeRole",
                "<Credentials>"
                        + element("AccessKeyId", session.accessKey())
                        + element("SecretAccessKey", "a secret that nobody checks")
                        + element("SessionToken", session.token())
                        + element("Expiration", expires.toString())
                        + "</Credentials><AssumedRoleUser>"
                        + element("AssumedRoleId", "AROASTANDIN:" + session.accessKey())
                        + element("Arn", session.arn())
                        + "</AssumedRoleUser>");
    }

    private static AwsAnswer identity(AwsContext context) {
        return StsXml.result(
                "GetCallerIdentity",
                element("Arn", context.caller().arn())
                        + element("UserId", "AIDASTANDIN")
                        + element("Account", context.caller().account().number()));
    }

    @Override
    public AwsError error(AwsFailure failure, String denial) {
        return failure.error(denial);
    }

    @Override
    public AwsAnswer refusal(AwsError error) {
        return StsXml.error(error);
    }
}
