package guance.awsgateway.templates;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes the dashboard and the monitors in both languages from their one source. */
public final class WriteTemplates {

    static final Path FOLDER = Path.of("guance");

    private WriteTemplates() {}

    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<Path, String> file : files().entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    /** The content of each file. */
    static Map<Path, String> files() throws IOException {
        Template template = Template.read(FOLDER.resolve("aws_api_gateway.yaml"));
        Map<Path, String> files = new TreeMap<>();
        for (Language language : Language.values()) {
            files.put(file("dashboard", language), text(new Dashboard(template, language).json()));
            files.put(file("monitor", language), text(new Monitors(template, language).json()));
        }
        files.put(FOLDER.resolve("README.md"), new Guide(template).text());
        return files;
    }

    /** As the vendor lays them out. */
    private static Path file(String kind, Language language) {
        return FOLDER.resolve(kind)
                .resolve(language.name().toLowerCase(Locale.ROOT))
                .resolve("aws_api_gateway")
                .resolve("meta.json");
    }

    private static String text(ObjectNode json) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        ObjectWriter writer =
                new ObjectMapper()
                        .writer(
                                new DefaultPrettyPrinter()
                                        .withObjectIndenter(lines)
                                        .withArrayIndenter(lines));
        return writer.writeValueAsString(json) + "\n";
    }
}
