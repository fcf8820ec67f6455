package guance.awsgateway.target;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The name of a target where only a-z, 0-9 and {@code -} are safe: route ids, beans, files, JMX.
 */
final class TargetId {

    private TargetId() {}

    /**
     * @return the account's name in lower case, every run of other characters a {@code -}, trimmed;
     *     six hex digits of the name's SHA-256 where that lost anything but case; then the region
     */
    static String of(String account, String region) {
        String lower = account.toLowerCase(Locale.ROOT);
        String plain = lower.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String name = plain.equals(lower) ? plain : plain + "-" + digest(account);
        return (name + "-" + region).replaceAll("^-", "");
    }

    private static String digest(String account) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha.digest(account.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
