package guance.awsgateway.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import guance.awsgateway.point.Point;
import guance.awsgateway.settings.ApiSettings;
import guance.awsgateway.settings.ObjectSettings;
import guance.awsgateway.target.Target;
import guance.awsgateway.target.Targets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Maps APIs to objects of Guance, as the wire contract fixes them. */
public final class ObjectPoints {

    private static final String MEASUREMENT = "aws_gateway";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Targets targets;
    private final boolean platformTags;
    private final DateTimeFormatter collected;
    private final TagKeys tagKeys;
    private final Clock clock;

    public ObjectPoints(Targets targets, ObjectSettings objects, ApiSettings apis, Clock clock) {
        this.targets = targets;
        this.platformTags = objects.platformTags();
        this.collected = collectedIn(objects.zone());
        this.tagKeys = new TagKeys(apis.tagKeys());
        this.clock = clock;
    }

    private static DateTimeFormatter collectedIn(ZoneId zone) {
        return DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** One point an API, all of the same time: now. */
    public List<Point> points(String targetId, List<Api> apis) {
        Target target = targets.get(targetId);
        Instant now = clock.instant();
        return apis.stream().map(api -> point(target, api, now)).toList();
    }

    private Point point(Target target, Api api, Instant now) {
        Map<String, String> tags = new TreeMap<>(target.account().extraTags());
        tagKeys.addTo(tags, api);
        addIdentity(tags, target, api);
        if (platformTags) {
            addPlatform(tags, now);
        }
        tags.values().removeIf(value -> value == null || value.isBlank());
        long nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        return new Point(MEASUREMENT, tags, Map.of("message", json(api.details())), nanos);
    }

    private static void addIdentity(Map<String, String> tags, Target target, Api api) {
        tags.put("account_name", target.account().name());
        tags.put("region_id", target.region());
        tags.put("cloud_provider", "aws");
        tags.put("name", api.id());
        tags.put("ApiId", api.id());
        tags.put("api_name", api.name());
        tags.put("ProtocolType", api.protocol());
        tags.put("Description", api.description());
        tags.put("ApiKeySelectionExpression", api.keySelection());
        tags.put("CreatedDate", created(api));
        tags.put("instance_tags", InstanceTags.of(api.tags()));
    }

    private void addPlatform(Map<String, String> tags, Instant now) {
        tags.put("class", MEASUREMENT);
        tags.put("create_time", collected.format(now));
        tags.put("date", collected.format(now));
        tags.put("date_ns", "0");
    }

    private static String created(Api api) {
        return api.created() == null
                ? null
                : api.created().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String json(Map<String, Object> details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and plain values have a JSON form", e);
        }
    }
}
