package guance.awsgateway;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The program in a process of its own, as a jar, beside the stand-ins of a bench. */
record Program(Bench bench) {

    private static final Path CLASSES = Path.of("target/classes");

    /** Most of its code runs too seldom to be worth more. */
    private static final List<String> LIGHT =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=128m");

    Process start(String... options) throws Exception {
        return prepared(options).start();
    }

    /** With {@code --once}, in the folder of the bench. */
    ProcessBuilder prepared(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-cp", jar() + File.pathSeparator + libraries()));
        all.addAll(List.of("guance.awsgateway.Main", "--once"));
        return prepared(bench.folder, all);
    }

    /**
     * By its schedules.
     *
     * @param folder of its settings, where out and err come to stand
     * @param jar what {@link #jar} made
     */
    Process schedule(Path folder, Path jar, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-cp", jar + File.pathSeparator + libraries()));
        all.add("guance.awsgateway.Main");
        return prepared(folder, all).start();
    }

    /** Token and keys come by the environment, as in a container. */
    private ProcessBuilder prepared(Path folder, List<String> arguments) {
        ProcessBuilder process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java");
        process.command().addAll(LIGHT);
        process.command().addAll(arguments);
        process.environment()
                .putAll(
                        Map.of(
                                "AWS_ENDPOINT_URL", bench.aws.endpoint().toString(),
                                "AWS_ACCESS_KEY_ID", bench.aws.world().account("shop").accessKey(),
                                "AWS_SECRET_ACCESS_KEY", AwsProfiles.SECRET_KEY,
                                "GUANCE_TOKEN", Bench.TOKEN,
                                "GUANCE_URL", bench.guance().url()));
        return process.directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
    }

    /** The classes, in the folder of the bench. */
    Path jar() throws IOException {
        Path jar = bench.folder.resolve("guance-aws-gateway.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.sorted().toList()) {
                String name = CLASSES.relativize(file).toString();
                boolean folder = Files.isDirectory(file);
                out.putNextEntry(new JarEntry(folder ? name + "/" : name));
                if (!folder) {
                    Files.copy(file, out);
                }
            }
        }
        return jar;
    }

    private static String libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar"))
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }
}
