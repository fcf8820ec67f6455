package guance.awsgateway.trouble;

import java.util.Locale;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * What a user can be told to act on, by a number that stays: a log line ends with it, and a table
 * of the README says what it means.
 */
public enum Code {
    SETTINGS_WRONG(1),
    SETTING_ODD(2),
    NOT_STARTED(3),
    AWS_DENIED(10),
    AWS_CREDENTIALS(11),
    AWS_UNREACHABLE(12),
    AWS_THROTTLED(13),
    AWS_FAILED(14),
    AWS_INCOMPLETE(15),
    NAMES_SHARED(16),
    APIS_UNLISTED(17),
    AWS_KEYS_HIDE_ROLE(18),
    WINDOWS_GIVEN_UP(20),
    COST_HIGH(21),
    POLLING_STRETCHED(22),
    HEARTBEAT_LOST(23),
    PROBE_MISSED(24),
    GUANCE_REFUSES(30),
    GUANCE_FAILS(31),
    BATCH_PARKED(32),
    POINT_REJECTED(33),
    ALL_REJECTED(34),
    NEITHER_SENT_NOR_PARKED(35),
    POINTS_HELD(36),
    LETTERS_EXPIRED(37),
    REJECTS_DROPPED(38),
    LETTER_UNREADABLE(39),
    POINTS_WITHOUT_FIELD(40),
    LETTER_STUCK(41),
    FILE_SET_ASIDE(50),
    JOURNAL_UNREADABLE(51),
    DISK_REFUSES(52),
    RECORDS_UNREADABLE(53),
    DATABASE_AWAY(54),
    RUN_OVERTAKEN(55),
    DONE_BY_HAND(60),
    ACTION_REFUSED(61),
    PAGE_FAILED(62),
    JMX_MISSING(63),
    ROUTE_FAILED(70),
    EDIT_REFUSED(71),
    EDIT_UNDONE(72),
    ROUTES_OF_ANOTHER_VERSION(73);

    private final String text;

    Code(int number) {
        this.text = String.format(Locale.ROOT, "GAG-%03d", number);
    }

    /** For a line of the log, whose format writes it behind the message. */
    public Marker marker() {
        return MarkerFactory.getMarker(text);
    }

    /** Such as {@code GAG-012}. */
    @Override
    public String toString() {
        return text;
    }
}
