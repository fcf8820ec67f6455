package guance.awsgateway.settings;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The settings that are checked already but that only a later version honours. */
final class NotYet {
    /** A release that honours a key takes it out here, and "(no effect yet)" out of the file. */
    static final Set<Key> KEYS =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Key.STATE_JDBC_URL, Key.STATE_JDBC_USER, Key.STATE_JDBC_PASSWORD_FILE));

    private NotYet() {}
}
