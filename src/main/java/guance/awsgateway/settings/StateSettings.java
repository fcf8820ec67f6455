package guance.awsgateway.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the collector remembers what it has done.
 *
 * @param directory unless there is a database
 * @param jdbcUrl of PostgreSQL, without a password in it
 * @param jdbcUser with a database only
 * @param jdbcPasswordFile with a database only
 */
public record StateSettings(
        Path directory,
        Optional<String> jdbcUrl,
        Optional<String> jdbcUser,
        Optional<Path> jdbcPasswordFile) {

    static StateSettings read(Values values) {
        if (values.given(Key.STATE_JDBC_URL.text()).isEmpty()) {
            String advice = "only counts with a database; set state.jdbc.url too, or remove this";
            values.wrong(Key.STATE_JDBC_USER, 0, advice);
            values.wrong(Key.STATE_JDBC_PASSWORD_FILE, 0, advice);
        }
        return new StateSettings(
                values.value(Key.STATE_DIRECTORY, PlainFiles::directory),
                values.optional(Key.STATE_JDBC_URL, StateSettings::jdbcUrl),
                values.optional(Key.STATE_JDBC_USER, text -> text),
                values.optional(Key.STATE_JDBC_PASSWORD_FILE, PlainFiles::readable));
    }

    private static String jdbcUrl(String text) {
        if (!text.matches("jdbc:postgresql:.+")) {
            throw new WrongValue(
                    "must begin with jdbc:postgresql:, such as jdbc:postgresql://db/guance");
        }
        if (text.matches("(?i).*password=.*|.*//[^/]*@.*")) {
            throw new WrongValue(
                    "must not hold the password; put it into state.jdbc.password-file");
        }
        return text;
    }
}
