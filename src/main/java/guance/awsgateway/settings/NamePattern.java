package guance.awsgateway.settings;

/**
 * A pattern of one name, case-sensitive: the name itself, {@code *} for any run of characters
 * anywhere in it, or {@code ALL}.
 */
record NamePattern(String text) {
    static final String ALL = "ALL";

    boolean matches(String name) {
        if (text.equals(ALL)) {
            return true;
        }
        String[] parts = text.split("\\*", -1);
        String first = parts[0];
        String last = parts[parts.length - 1];
        if (parts.length == 1) {
            return name.equals(text);
        }
        return name.length() >= first.length() + last.length()
                && name.startsWith(first)
                && name.endsWith(last)
                && inOrder(parts, name.substring(first.length(), name.length() - last.length()));
    }

    /** Whether the parts but the first and the last follow each other, each at its earliest. */
    private static boolean inOrder(String[] parts, String between) {
        int from = 0;
        for (int part = 1; part < parts.length - 1; part++) {
            int found = between.indexOf(parts[part], from);
            if (found < 0) {
                return false;
            }
            from = found + parts[part].length();
        }
        return true;
    }
}
