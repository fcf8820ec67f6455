package guance.awsgateway.operations.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameters behind the question mark. */
record Query(Map<String, String> parameters) {

    static final String NOT_ENCODED = "the query is not URL-encoded";

    /**
     * @param text null without one; of a name that is given twice the last counts
     */
    static Query of(String text) throws RefusedRequestException {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return new Query(parameters);
    }

    private static String decoded(String part) throws RefusedRequestException {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedRequestException(400, NOT_ENCODED);
        }
    }

    /** Empty where it is not given, or blank. */
    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * @throws RefusedRequestException where it is no number from 1 to the most
     */
    int limit(int without, int most) throws RefusedRequestException {
        String text = get("limit").orElse(String.valueOf(without));
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 1) {
            throw new RefusedRequestException(400, "limit must be a number from 1 to " + most);
        }
        return Math.min(Integer.parseInt(text), most);
    }
}
