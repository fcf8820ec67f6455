package guance.awsgateway.operations.page;

import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * A request as far as it is read: nothing else of it goes on, and its body is not read at all.
 *
 * @param path normalised, without the query
 * @param query as it was sent; null without one
 * @param client the address that it came from
 * @param host the header Host, or what HTTP/2 has in its place; null without one, as are the
 *     headers below
 * @param fetchSite the header Sec-Fetch-Site
 */
public record Asked(
        String method,
        String path,
        String query,
        String client,
        String host,
        String origin,
        String fetchSite,
        String contentType,
        String authorization) {

    static Asked of(Exchange exchange) {
        Message in = exchange.getMessage();
        return new Asked(
                in.getHeader(Exchange.HTTP_METHOD, String.class),
                in.getHeader(Exchange.HTTP_PATH, String.class),
                in.getHeader(Exchange.HTTP_RAW_QUERY, String.class),
                String.valueOf(in.getHeader("CamelVertxPlatformHttpRemoteAddress")),
                host(in),
                in.getHeader("Origin", String.class),
                in.getHeader("Sec-Fetch-Site", String.class),
                in.getHeader("Content-Type", String.class),
                in.getHeader("Authorization", String.class));
    }

    /** HTTP/2 has it in the address alone. */
    private static String host(Message in) {
        String header = in.getHeader("Host", String.class);
        String url = in.getHeader(Exchange.HTTP_URL, String.class);
        return header != null || url == null
                ? header
                : url.replaceFirst("^https?://([^/?#]*).*$", "$1");
    }

    /** Whether it is for the JSON API, and not for the page. */
    public boolean isApi() {
        return path.startsWith("/api/");
    }

    /** Whether it is to change nothing. */
    boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** The host that was asked for, without its port, in lower case. */
    String hostName() {
        String text = host == null ? "" : host.toLowerCase(Locale.ROOT);
        return text.startsWith("[")
                ? text.substring(0, text.indexOf(']') + 1)
                : text.replaceFirst(":\\d*$", "");
    }

    /** The token that it brings, as RFC 6750 has it. */
    Optional<String> bearer() {
        return Optional.ofNullable(authorization)
                .filter(text -> text.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(text -> text.substring(7).strip());
    }

    /** Without the token, as the log may tell at TRACE what passes through a route. */
    @Override
    public String toString() {
        return "%s %s from %s".formatted(method, path, client);
    }
}
