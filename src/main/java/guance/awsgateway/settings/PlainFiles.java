package guance.awsgateway.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths, relative ones from the working directory. */
final class PlainFiles {

    private PlainFiles() {}

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException exception) {
            throw new WrongValue("not a path: " + exception.getReason());
        }
    }

    /** A directory that exists or can be made. */
    static Path directory(String text) {
        Path path = path(text);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new WrongValue("is not a directory; name another or move what stands there");
        }
        return path;
    }

    /** A file that can be read now. */
    static Path readable(String text) {
        Path path = path(text);
        if (!Files.isRegularFile(path)) {
            throw new WrongValue("no such file; its path counts from the working directory");
        }
        if (!Files.isReadable(path)) {
            throw new WrongValue("cannot be read; allow it to the collector's user");
        }
        return path;
    }
}
