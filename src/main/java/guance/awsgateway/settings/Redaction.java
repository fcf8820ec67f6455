package guance.awsgateway.settings;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text for people, also where they stand in a key that is not for them.
 *
 * @param secrets values that must not be seen
 */
public record Redaction(List<String> secrets) {
    private static final Pattern TOKEN = Pattern.compile("tkn_[A-Za-z0-9_-]+");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)((?:token|password|secret)=)[^&;\\s]+");
    private static final Pattern USER_INFO = Pattern.compile("//[^/\\s]*@");
    // Below that, a "secret" is a slip, and would blot out unrelated words.
    private static final int SHORTEST = 6;

    public String of(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = secret.length() < SHORTEST ? clean : clean.replace(secret, "***");
        }
        clean = TOKEN.matcher(clean).replaceAll("tkn_***");
        clean = PARAMETER.matcher(clean).replaceAll("$1***");
        return USER_INFO.matcher(clean).replaceAll("//***@");
    }
}
