package guance.awsgateway.point;

import java.util.Map;

/**
 * One row for Guance, shaped as the JSON of the wire contract.
 *
 * @param tags in any order; a blank value is the same as no tag
 * @param fields values are {@link Double} or {@link String}
 * @param time nanoseconds since 1970-01-01T00:00:00Z
 */
public record Point(
        String measurement, Map<String, String> tags, Map<String, Object> fields, long time) {}
