package guance.awsgateway.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A JVM beside this one: it obeys lines and answers each with one, and Linux tells what it uses.
 */
final class Child implements AutoCloseable {

    /** Of utime and stime in /proc, on every Linux that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /**
     * @param folder its working directory, where its standard error is kept
     * @param command what stands behind {@code java}
     */
    static Child start(Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(System.getProperty("java.home") + "/bin/java");
        builder.command().addAll(command);
        builder.environment().putAll(environment);
        Path log = Files.createTempFile(folder, "log", ".txt");
        return new Child(
                builder.directory(folder.toFile()).redirectError(log.toFile()).start(), log);
    }

    /** The next line it prints that begins so; others are passed over. */
    String await(String beginning) {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("it ended early, see " + log);
    }

    String ask(String order, String beginning) {
        orders.println(order);
        return await(beginning);
    }

    /** In user and system mode, of all its threads, since its start. */
    double cpuSeconds() {
        String stat = proc("stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** The most memory that it has held at once. */
    double peakMebibytes() {
        return proc("status")
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findAny()
                .orElseThrow();
    }

    private String proc(String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException e) {
            throw new UncheckedIOException("it ended early, see " + log, e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** As Kubernetes does, and gone when it returns. */
    void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
