package guance.awsgateway.settings;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where points wait that Guance does not take.
 *
 * @param quota bytes on disk
 * @param maxAge above zero
 */
public record DeadLetterSettings(Path directory, long quota, Duration maxAge) {

    static DeadLetterSettings read(Values values) {
        return new DeadLetterSettings(
                values.value(Key.DEAD_LETTER_DIRECTORY, PlainFiles::directory),
                values.value(Key.DEAD_LETTER_QUOTA, Sizes.between("1MiB", "1024GiB")),
                values.value(Key.DEAD_LETTER_MAX_AGE, Durations.positiveUpTo("3650d")));
    }
}
