package guance.awsgateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A block of YAML in the README, and the sentence above it that says where the block goes.
 *
 * @param file a name in {@code routes/}
 * @param place {@code after} or {@code before} a step; else the lines with the block's keys go
 * @param step its id
 */
record Recipe(String file, String place, String step, List<String> lines) {

    /** The sentences by which a reader knows where to put a block, and so does the test. */
    private static final Pattern BLOCK =
            Pattern.compile(
                    "In `routes/([\\w.-]+)`, (?:(after|before) the step `([\\w-]+)`"
                            + "|in place of the lines with the same keys):\\n\\n"
                            + "```yaml\\n(.*?)```",
                    Pattern.DOTALL);

    /** The recipe below a heading of the README. */
    static Recipe of(String heading) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int from = readme.indexOf("\n### " + heading + "\n");
        Matcher block = BLOCK.matcher(readme);
        if (from < 0 || !block.find(from)) {
            throw new IllegalArgumentException("the README has no recipe '" + heading + "'");
        }
        return of(block.toMatchResult());
    }

    /** How many blocks say that they go into a route file. */
    static long count() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("README.md"))).results().count();
    }

    private static Recipe of(MatchResult block) {
        List<String> lines = block.group(4).lines().toList();
        return new Recipe(block.group(1), block.group(2), block.group(3), lines);
    }

    /** Does what the sentence says, as a user would in an editor. */
    void applyTo(Path routes) throws IOException {
        Path yaml = routes.resolve(file);
        List<String> edited = new ArrayList<>(Files.readAllLines(yaml));
        if (place == null) {
            lines.forEach(line -> replace(edited, line));
        } else {
            insert(edited);
        }
        Files.write(yaml, edited);
    }

    private static void replace(List<String> yaml, String line) {
        String key = line.substring(0, line.indexOf(':') + 1);
        int at = only(yaml, l -> l.strip().startsWith(key));
        yaml.set(at, " ".repeat(indent(yaml.get(at))) + line);
    }

    private void insert(List<String> yaml) {
        int id = only(yaml, line -> line.strip().equals("id: " + step));
        int first = id;
        while (!yaml.get(first).strip().startsWith("- ")) {
            first--;
        }
        int column = indent(yaml.get(first));
        int end = first + 1;
        while (end < yaml.size() && indent(yaml.get(end)) > column) {
            end++;
        }
        int at = place.equals("before") ? first : end;
        yaml.addAll(at, lines.stream().map(line -> " ".repeat(column) + line).toList());
    }

    private static int only(List<String> yaml, Predicate<String> wanted) {
        int[] found =
                IntStream.range(0, yaml.size()).filter(i -> wanted.test(yaml.get(i))).toArray();
        if (found.length != 1) {
            throw new IllegalStateException(found.length + " lines are meant, not one");
        }
        return found[0];
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
