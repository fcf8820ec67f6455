package guance.awsgateway.settings;

import java.time.DateTimeException;
import java.time.ZoneId;

/** Time zones by their IANA name. */
final class Zones {

    private Zones() {}

    static ZoneId parse(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException exception) {
            throw new WrongValue(
                    "not a time zone, such as UTC or Asia/Shanghai"
                            + Nearest.question(Nearest.word(text, ZoneId.getAvailableZoneIds())));
        }
    }
}
