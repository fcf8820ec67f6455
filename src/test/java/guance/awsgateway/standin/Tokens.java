package guance.awsgateway.standin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Opaque page tokens, with the characters that have to be escaped in a URL. */
final class Tokens {
    private static final String SALT = "~?>~?>";

    private Tokens() {}

    static String of(int offset) {
        return of(Integer.toString(offset));
    }

    static String of(String position) {
        byte[] bytes = (SALT + position).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * @param token null or empty for the first page
     * @throws IllegalArgumentException for a token that was never given out
     */
    static int offset(String token) {
        return token == null || token.isEmpty() ? 0 : Integer.parseInt(position(token));
    }

    static String position(String token) {
        String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
        if (!text.startsWith(SALT)) {
            throw new IllegalArgumentException("not a token of this service");
        }
        return text.substring(SALT.length());
    }
}
