package guance.awsgateway.settings;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * The hosts that are called without a proxy.
 *
 * <p>An entry is {@code *} (all), a host or a domain with all below it ({@code guance.com}, {@code
 * .guance.com}, {@code *.guance.com}), an address, or a range of addresses ({@code 10.0.0.0/8}),
 * which counts for hosts written as an address; a port may follow. As curl and Go read it.
 */
record NoProxy(List<String> entries) {

    static NoProxy parse(String text) {
        return new NoProxy(
                Lists.split(text, ",").stream()
                        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                        .filter(entry -> !entry.isEmpty())
                        .toList());
    }

    /**
     * @param host an IPv6 address in brackets or not
     */
    boolean holds(String host, int port) {
        String plain = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        return entries.stream().anyMatch(entry -> holds(entry, plain, port));
    }

    private static boolean holds(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        if (entry.contains("/")) {
            return isAddress(host) && isInRange(entry, host);
        }
        String name =
                entry.endsWith(":" + port) ? entry.substring(0, entry.lastIndexOf(':')) : entry;
        String domain = name.replaceAll("[\\[\\]]", "").replaceFirst("^\\*?\\.", "");
        return host.equals(domain) || !isAddress(host) && host.endsWith("." + domain);
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    private static boolean isInRange(String range, String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            byte[] first = InetAddress.getByName(range.replaceFirst("/.*", "")).getAddress();
            int free = bytes.length * Byte.SIZE - Integer.parseInt(range.replaceFirst(".*/", ""));
            return bytes.length == first.length
                    && free >= 0
                    && number(bytes, free).equals(number(first, free));
        } catch (UnknownHostException | NumberFormatException e) {
            return false;
        }
    }

    private static BigInteger number(byte[] address, int free) {
        return new BigInteger(1, address).shiftRight(free);
    }
}
