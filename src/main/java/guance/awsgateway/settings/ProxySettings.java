package guance.awsgateway.settings;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The proxies of the environment: {@code HTTPS_PROXY} and {@code HTTP_PROXY} by the scheme of what
 * is called, AWS and Guance alike, except for the hosts of {@code NO_PROXY}. The same in lower case
 * goes before, as curl has it.
 */
public record ProxySettings(
        Optional<ProxyAddress> https, Optional<ProxyAddress> http, NoProxy none) {

    static ProxySettings read(Map<String, String> environment, Problems problems) {
        return new ProxySettings(
                address("HTTPS_PROXY", environment, problems),
                address("HTTP_PROXY", environment, problems),
                NoProxy.parse(value("NO_PROXY", environment).orElse("")));
    }

    private static Optional<ProxyAddress> address(
            String name, Map<String, String> environment, Problems problems) {
        Function<String, Optional<ProxyAddress>> parsed =
                text -> {
                    try {
                        return Optional.of(ProxyAddress.parse(text));
                    } catch (WrongValue wrong) {
                        problems.wrong(name, name + " (environment): " + wrong.getMessage());
                        return Optional.empty();
                    }
                };
        return value(name, environment).flatMap(parsed);
    }

    private static Optional<String> value(String name, Map<String, String> environment) {
        return Stream.of(name.toLowerCase(Locale.ROOT), name)
                .map(environment::get)
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .findFirst();
    }

    /** Who is asked to log in. */
    public List<ProxyAddress> withUser() {
        return Stream.of(https, http)
                .flatMap(Optional::stream)
                .filter(proxy -> proxy.user().isPresent())
                .distinct()
                .toList();
    }

    /** For clients that ask for the proxy of each call. */
    public ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI called) {
                return List.of(proxyOf(called).map(ProxySettings::proxy).orElse(Proxy.NO_PROXY));
            }

            @Override
            public void connectFailed(URI called, SocketAddress proxy, IOException failure) {
                // The call fails, and says so.
            }
        };
    }

    private Optional<ProxyAddress> proxyOf(URI called) {
        boolean secure = "https".equalsIgnoreCase(called.getScheme());
        int usual = secure ? 443 : 80;
        int port = called.getPort() < 0 ? usual : called.getPort();
        return none.holds(called.getHost(), port) ? Optional.empty() : secure ? https : http;
    }

    /** By name: it is the proxy client that looks it up, anew for each connection. */
    private static Proxy proxy(ProxyAddress address) {
        return new Proxy(
                Proxy.Type.HTTP,
                InetSocketAddress.createUnresolved(address.host(), address.port()));
    }
}
