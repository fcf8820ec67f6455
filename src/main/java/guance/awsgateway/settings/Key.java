package guance.awsgateway.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every setting, in the order of the shipped {@code application.properties}, with its default,
 * which stands here and nowhere else.
 *
 * <p>In a name, {@code [N]} is an index that may have gaps, and a trailing {@code .KEY} makes it a
 * map. An empty default means: absent, unless its reader says that it is required.
 */
enum Key {
    ACCOUNT_NAME("collector.accounts[N].name"),
    ACCOUNT_REGIONS("collector.accounts[N].regions"),
    ACCOUNT_PROFILE("collector.accounts[N].profile"),
    ACCOUNT_ROLE_ARN("collector.accounts[N].role-arn"),
    ACCOUNT_EXTERNAL_ID("collector.accounts[N].external-id"),
    ACCOUNT_SESSION_NAME("collector.accounts[N].session-name", "guance-aws-gateway"),
    ACCOUNT_EXTRA_TAGS("collector.accounts[N].extra-tags.KEY"),
    COLLECTOR_JITTER("collector.jitter", "30s"),
    API_SELECTION("apis.selection[N]", "ALL"),
    API_TAGS("apis.tags.KEY"),
    API_TAG_KEYS("apis.tag-keys"),
    API_REQUESTS("apis.requests-per-second", "2"),
    OBJECTS_CRON("objects.cron", "0 0/15 * * * ?"),
    OBJECTS_ZONE("objects.zone", "UTC"),
    OBJECTS_STAGES("objects.stages", "false"),
    OBJECTS_STAGES_REFRESH("objects.stages-refresh", "6h"),
    OBJECTS_PLATFORM_TAGS("objects.platform-tags", "true"),
    METRICS_CRON("metrics.cron", "0 0/5 * * * ?"),
    METRICS_PERIOD("metrics.period", "60s"),
    METRICS_DELAY("metrics.delay", "5m"),
    METRICS_SETTLE("metrics.settle", "10m"),
    METRICS_RESEND("metrics.resend", "never"),
    METRICS_PATIENCE("metrics.patience", "1h"),
    METRICS_LOOKBACK("metrics.lookback", "1h"),
    METRICS_BACKFILL("metrics.backfill", "24h"),
    METRICS_SELECTION("metrics.selection[N]", "AWS/ApiGateway: ALL"),
    METRICS_STATISTICS("metrics.statistics", "Average,Maximum,Minimum,SampleCount,Sum"),
    METRICS_STATISTICS_OF("metrics.statistics.KEY"),
    METRICS_PERCENTILES("metrics.percentiles.KEY"),
    METRICS_GRAINS("metrics.grains", "ApiName,ApiName+Stage,ApiId,ApiId+Stage"),
    METRICS_JOIN("metrics.join", "ApiId,ProtocolType,name"),
    METRICS_DISCOVERY("metrics.discovery", "10m"),
    METRICS_PROBE("metrics.probe", "true"),
    METRICS_CONCURRENCY("metrics.concurrency", "4"),
    METRICS_QUOTA_SHARE("metrics.quota-share", "50%"),
    METRICS_BUDGET("metrics.budget", "none"),
    METRICS_PRICE("metrics.price-per-1000", "0.01"),
    GUANCE_RECEIVER("guance.receiver", "dataway"),
    GUANCE_URL("guance.url"),
    GUANCE_TOKEN("guance.token"),
    GUANCE_TOKEN_FILE("guance.token-file"),
    GUANCE_CA_FILE("guance.ca-file"),
    GUANCE_CERTIFICATE_FILE("guance.client-certificate-file"),
    GUANCE_KEY_FILE("guance.client-key-file"),
    GUANCE_ENCODING("guance.encoding", "line-protocol"),
    GUANCE_BATCH_POINTS("guance.batch.points", "1000"),
    GUANCE_BATCH_BYTES("guance.batch.bytes", "1MiB"),
    GUANCE_REQUESTS("guance.requests-per-second", "50"),
    DEAD_LETTER_DIRECTORY("dead-letter.directory", "dead-letter"),
    DEAD_LETTER_QUOTA("dead-letter.quota", "1GiB"),
    DEAD_LETTER_MAX_AGE("dead-letter.max-age", "7d"),
    STATE_DIRECTORY("state.directory", "state"),
    STATE_JDBC_URL("state.jdbc.url"),
    STATE_JDBC_USER("state.jdbc.user"),
    STATE_JDBC_PASSWORD_FILE("state.jdbc.password-file"),
    MANAGEMENT_HOST("management.host", "127.0.0.1"),
    MANAGEMENT_PORT("management.port", "9876"),
    MANAGEMENT_TOKEN_FILE("management.token-file"),
    HEALTH_MAX_LAG("health.max-lag", "20m"),
    LOG_FORMAT("log.format", "text"),
    HEARTBEAT_GUANCE("heartbeat.guance", "true"),
    HEARTBEAT_CLOUDWATCH("heartbeat.cloudwatch", "false");

    private static final String INDEX = "[N]";
    private static final String ENTRY = ".KEY";

    private final String text;
    private final String fallback;
    private final Pattern spelling;
    private final String variable;
    private final Pattern variablePattern;

    Key(String text) {
        this(text, "");
    }

    Key(String text, String fallback) {
        this.text = text;
        this.fallback = fallback;
        this.spelling = spelling(text);
        this.variable = variable(text);
        this.variablePattern = Pattern.compile(variable.replace("#", "(0|[1-9]\\d{0,3})"));
    }

    /** The name as in the documentation, such as {@code collector.accounts[N].extra-tags.KEY}. */
    String text() {
        return text;
    }

    /** The default in the file's spelling; empty where there is none. */
    String fallback() {
        return fallback;
    }

    boolean isIndexed() {
        return text.contains(INDEX);
    }

    boolean isMap() {
        return text.endsWith(ENTRY);
    }

    /** Whether its value is never told, nor handed to Camel. */
    boolean isSecret() {
        return this == GUANCE_TOKEN;
    }

    /**
     * The key as written in the file, without the entry of a map; the index counts where it has
     * one.
     */
    String at(int index) {
        String base = isMap() ? text.substring(0, text.length() - ENTRY.length()) : text;
        return base.replace(INDEX, "[" + index + "]");
    }

    /** The index and the entry (in this order, those it has) of a key written in the file. */
    Optional<MatchResult> match(String written) {
        return match(spelling, written);
    }

    /** The index, where it has one, of an environment variable; a map is one variable. */
    Optional<MatchResult> matchVariable(String name) {
        return match(variablePattern, name);
    }

    /** The environment variable, with {@code #} for the index. */
    String variable() {
        return variable;
    }

    static Optional<Key> of(String written) {
        return Arrays.stream(values()).filter(key -> key.match(written).isPresent()).findFirst();
    }

    private static Optional<MatchResult> match(Pattern pattern, String input) {
        Matcher matcher = pattern.matcher(input);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static Pattern spelling(String text) {
        String regex = text.replace(".", "\\.").replace(INDEX, "\\[(0|[1-9]\\d{0,3})]");
        return Pattern.compile(regex.replaceFirst("\\.KEY$", ".(.+)"));
    }

    private static String variable(String text) {
        String base = text.replace(INDEX, ".#").replaceFirst("\\.KEY$", "");
        return base.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9#]", "_");
    }
}
