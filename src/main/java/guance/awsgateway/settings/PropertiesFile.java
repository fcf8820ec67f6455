package guance.awsgateway.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a properties file as UTF-8, with or without a byte order mark.
 *
 * <p>Camel 4.18.0 reads ISO-8859-1 by itself, which garbles every name that is not ASCII.
 */
record PropertiesFile(Path path) {

    /** Its file name, as sources are told. */
    String where() {
        return path.getFileName().toString();
    }

    /**
     * @return key to value, not trimmed; empty where there is no such file
     */
    SortedMap<String, String> read(Problems problems) {
        SortedMap<String, String> entries = new TreeMap<>();
        if (!Files.exists(path)) {
            return entries;
        }
        try {
            String text = Files.readString(path, StandardCharsets.UTF_8);
            collecting(entries, problems).load(new StringReader(text.replaceFirst("^\uFEFF", "")));
        } catch (CharacterCodingException exception) {
            problems.wrong(where(), where() + " is not UTF-8; save it as UTF-8");
        } catch (IOException exception) {
            problems.wrong(where(), where() + " cannot be read; check its permissions");
        } catch (IllegalArgumentException exception) {
            problems.wrong(where(), where() + " has a \\u without four hex digits; write \\\\u");
        }
        return entries;
    }

    private Properties collecting(SortedMap<String, String> entries, Problems problems) {
        return new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                if (entries.put((String) key, (String) value) != null) {
                    problems.warn(key + " stands twice in " + where() + "; the last one counts");
                }
                return super.put(key, value);
            }
        };
    }
}
