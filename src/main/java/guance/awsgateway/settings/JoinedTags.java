package guance.awsgateway.settings;

import java.util.List;

/** The object tags that may be joined onto metrics. */
final class JoinedTags {
    private static final List<String> ALLOWED =
            List.of("ApiId", "ProtocolType", "name", "instance_tags");
    private static final List<String> CHURNING =
            List.of(
                    "class",
                    "date",
                    "date_ns",
                    "create_time",
                    "CreatedDate",
                    "Description",
                    "message");

    private JoinedTags() {}

    static String parse(String text) {
        if (CHURNING.contains(text)) {
            throw new WrongValue(
                    "never joined: it would multiply the series or start them anew with each"
                            + " change; join of "
                            + String.join(", ", ALLOWED));
        }
        if (!ALLOWED.contains(text)) {
            throw new WrongValue(
                    "not an object tag to join; those are "
                            + String.join(", ", ALLOWED)
                            + Nearest.question(Nearest.word(text, ALLOWED)));
        }
        return text;
    }
}
