package guance.awsgateway.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A proxy of the environment, spoken to by plain HTTP.
 *
 * @param password empty where none is given; only with a user
 */
public record ProxyAddress(String host, int port, Optional<String> user, Secret password) {

    private static final int USUAL_PORT = 80;

    /** {@code http://user:password@host:port}, of which the host alone is required. */
    static ProxyAddress parse(String text) {
        URI uri = uri(text.contains("://") ? text : "http://" + text);
        if (!"http".equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))) {
            throw new WrongValue(
                    "is not a proxy that is spoken to by http; write http://host:port, whatever"
                            + " goes through it");
        }
        if (uri.getHost() == null) {
            throw new WrongValue("has no usable host; write http://host:port");
        }
        String[] login = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
        return new ProxyAddress(
                uri.getHost(),
                uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                Optional.of(decoded(login[0])).filter(user -> !user.isEmpty()),
                new Secret(login.length > 1 ? decoded(login[1]) : ""));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new WrongValue("is no address: write http://host:port");
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
