package guance.awsgateway.settings;

/**
 * A value as the user gave it.
 *
 * @param key in the file's spelling, such as {@code collector.accounts[0].name}
 * @param value trimmed; blank when the user left it open
 * @param where for people: the file's name, {@code -D}, or {@code environment NAME}
 */
record Given(String key, String value, Source source, String where) {

    enum Source {
        FILE,
        SYSTEM_PROPERTY,
        ENVIRONMENT
    }

    Given {
        value = value.strip();
    }

    /** Whether there is nothing in it; a list of blank items is nothing too. */
    boolean isOpen() {
        return value.replaceAll("[,;\\s]", "").isEmpty();
    }
}
