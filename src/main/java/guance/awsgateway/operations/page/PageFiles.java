package guance.awsgateway.operations.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The files of the page, as they lie in the jar. */
public final class PageFiles {

    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";

    /** By path; nothing else of the jar can be asked for. */
    private static final Map<String, String> TYPES =
            Map.of(
                    "/", "text/html; charset=utf-8",
                    "/page/icon.svg", "image/svg+xml",
                    "/page/page.css", "text/css; charset=utf-8",
                    "/page/actions.js", JAVASCRIPT,
                    "/page/dom.js", JAVASCRIPT,
                    "/page/history.js", JAVASCRIPT,
                    "/page/page.js", JAVASCRIPT,
                    "/page/tables.js", JAVASCRIPT);

    private final Map<String, Answer> answers = new TreeMap<>();

    public PageFiles() {
        TYPES.forEach((path, type) -> answers.put(path, new Answer(200, type, read(path))));
    }

    private static byte[] read(String path) {
        String file = path.equals("/") ? "/page/index.html" : path;
        try (InputStream in = PageFiles.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read from the jar: " + e, e);
        }
    }

    public Answer answer(Asked asked) {
        Answer answer = answers.get(asked.path());
        return answer == null ? Answer.error(404, "there is no such page; see /") : answer;
    }
}
