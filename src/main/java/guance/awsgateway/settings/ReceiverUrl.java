package guance.awsgateway.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** The address of the receiver, to which {@code /v1/write/...} is added. */
final class ReceiverUrl {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LAST_PORT = 65_535;

    private ReceiverUrl() {}

    static URI read(Values values, Receiver receiver) {
        Key key = Key.GUANCE_URL;
        if (values.given(key.text()).isEmpty()) {
            values.missing(
                    key.text(),
                    "set the receiver's address, such as https://openway.guance.com or"
                            + " http://localhost:9529");
        }
        URI url = values.optional(key, ReceiverUrl::parse).orElse(URI.create("http://invalid"));
        if (values.sound(key.text())) {
            values.normalise(key, url.toString());
            if (receiver == Receiver.DATAWAY && url.getScheme().equals("http")) {
                values.warn(
                        key, 0, "the token travels unencrypted to a Dataway by http; use https");
            }
        }
        return url;
    }

    static URI parse(String text) {
        URI uri = uri(text.replaceFirst("/+$", ""));
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw new WrongValue(
                    "must begin with https:// or http://, such as https://openway.guance.com");
        }
        if (uri.getHost() == null || uri.getPort() > LAST_PORT) {
            throw new WrongValue("has no usable host; write https://host or https://host:port");
        }
        if (uri.getRawUserInfo() != null) {
            throw new WrongValue("must not hold a user or password; leave them out");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new WrongValue("must end before ? and #; a token is set as a setting of its own");
        }
        if (uri.getRawPath().contains("/v1/write")) {
            throw new WrongValue("the collector adds /v1/write/... itself; leave it out");
        }
        return URI.create(scheme + uri.toString().substring(scheme.length()));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException exception) {
            throw new WrongValue("not an address: " + exception.getReason());
        }
    }
}
