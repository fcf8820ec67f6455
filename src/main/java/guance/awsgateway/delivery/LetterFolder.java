package guance.awsgateway.delivery;

import guance.awsgateway.disk.WholeFile;
import guance.awsgateway.trouble.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of dead letters, whose names sort by the order in which they were written: the time,
 * category and target, and something unique, as other processes may write there too.
 */
public final class LetterFolder {

    private static final Logger LOG = LoggerFactory.getLogger(LetterFolder.class);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final Pattern NAME =
            Pattern.compile("(\\d{8}T\\d{6}\\.\\d{3}Z)-(.+)-[0-9a-f]{8}\\.jsonl");

    private final Path folder;
    private final TreeMap<String, Long> sizes = new TreeMap<>();
    private Instant newest = Instant.EPOCH;
    private long bytes;

    LetterFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Looks at the disk: others may have written or deleted there. Where it cannot be looked at, as
     * it is away, what was known stays known: nothing may overtake it.
     */
    synchronized void refresh() {
        if (Files.notExists(folder)) {
            forgetAll();
            return;
        }
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jsonl")) {
            forgetAll();
            for (Path file : files) {
                if (NAME.matcher(file.getFileName().toString()).matches()) {
                    know(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into %s: %s".formatted(folder, e), e);
        }
    }

    private void forgetAll() {
        sizes.clear();
        bytes = 0;
    }

    /** Deletes what writers that were killed have left, if it was last written before a time. */
    void sweep(Instant before) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*.jsonl.tmp")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn(
                    Code.LETTER_STUCK.marker(),
                    "{}: what a killed writer has left stays: {}",
                    folder,
                    e.toString());
        }
    }

    /** Whether the disk has room for so many bytes, and lets them be written, as far as it says. */
    boolean hasRoom(long bytes) {
        try {
            Path there = folder.toAbsolutePath();
            while (!Files.exists(there)) {
                there = there.getParent();
            }
            FileStore disk = Files.getFileStore(there);
            // Beside the bytes themselves there are those of the folder, and of others.
            return !disk.isReadOnly()
                    && Files.isDirectory(there)
                    && Files.isWritable(there)
                    && disk.getUsableSpace() > 2 * bytes;
        } catch (IOException e) {
            return false;
        }
    }

    private void know(Path file) throws IOException {
        try {
            add(file.getFileName().toString(), Files.size(file));
        } catch (NoSuchFileException e) {
            // Another process has deleted it meanwhile.
        }
    }

    private void add(String name, long size) {
        Long before = sizes.put(name, size);
        bytes += size - (before == null ? 0 : before);
        Instant stamp = stamp(name);
        newest = stamp.isAfter(newest) ? stamp : newest;
    }

    /** A name for a letter written now; behind all others, also where the clock has jumped back. */
    synchronized Path next(Instant now, String category, String target) {
        Instant milli = now.truncatedTo(ChronoUnit.MILLIS);
        Instant behind = newest.plusMillis(1);
        newest = milli.isBefore(behind) ? behind : milli;
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return folder.resolve(
                "%s-%s-%s-%s.jsonl".formatted(STAMP.format(newest), category, target, unique));
    }

    /** Writes a letter whole or not at all, in place of one of its name. */
    void write(Path file, String text) throws IOException {
        WholeFile.write(file, text);
        written(file, text);
    }

    private synchronized void written(Path file, String text) {
        add(file.getFileName().toString(), text.getBytes(StandardCharsets.UTF_8).length);
    }

    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
        forget(file);
    }

    /** It is not there any more, whoever has moved it. */
    synchronized void forget(Path file) {
        Long size = sizes.remove(file.getFileName().toString());
        bytes -= size == null ? 0 : size;
    }

    synchronized boolean has(Path file) {
        return sizes.containsKey(file.getFileName().toString());
    }

    synchronized boolean holds(String category, String target) {
        String stream = category + "-" + target;
        return sizes.keySet().stream().anyMatch(name -> matched(name).group(2).equals(stream));
    }

    synchronized boolean isEmpty() {
        return sizes.isEmpty();
    }

    /** The bytes of all letters. */
    public synchronized long bytes() {
        return bytes;
    }

    /** Oldest first. */
    public synchronized List<Path> files() {
        return sizes.keySet().stream().map(folder::resolve).toList();
    }

    /** What letters of one category and target have in common, such as metric-shop-eu-west-1. */
    static String stream(Path file) {
        return matched(file.getFileName().toString()).group(2);
    }

    /** When a letter was written, by its name. */
    static Instant stamp(Path file) {
        return stamp(file.getFileName().toString());
    }

    private static Instant stamp(String name) {
        return Instant.from(STAMP.parse(matched(name).group(1)));
    }

    private static Matcher matched(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(name + " is no name of a dead letter");
        }
        return matcher;
    }

    /** For people. */
    @Override
    public String toString() {
        return folder.toString();
    }
}
