package guance.awsgateway.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** A Dataway that accepts everything and only counts, so that it costs little beside a sender. */
final class Sink implements AutoCloseable {

    private static final byte[] OURS = "aws_".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] API = ",ApiName=service-".getBytes(StandardCharsets.US_ASCII);

    private static final long MINUTE = 60_000_000_000L;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final TreeMap<Long, BitSet> points = new TreeMap<>();
    private long values;
    private long twice;

    Sink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Points of distinct APIs and minutes. */
    synchronized long points() {
        return points.values().stream().mapToLong(BitSet::cardinality).sum();
    }

    /** From the first minute that has a point to the last. */
    synchronized long minutes() {
        return points.isEmpty() ? 0 : (points.lastKey() - points.firstKey()) / MINUTE + 1;
    }

    synchronized long values() {
        return values;
    }

    /** Points that had come before. */
    synchronized long twice() {
        return twice;
    }

    /** Forgets the figures. */
    synchronized void reset() {
        values = 0;
        twice = 0;
        points.clear();
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            byte[] lines = new GZIPInputStream(http.getRequestBody()).readAllBytes();
            if (http.getRequestURI().getPath().endsWith("/metric")) {
                count(lines);
            }
            http.sendResponseHeaders(200, -1);
        }
    }

    private synchronized void count(byte[] lines) {
        int from = 0;
        for (int i = 0; i <= lines.length; i++) {
            if (i == lines.length || lines[i] == '\n') {
                count(lines, from, i);
                from = i + 1;
            }
        }
    }

    /** No tag of these worlds has a space or an equals sign in it. */
    private void count(byte[] lines, int from, int to) {
        if (!Arrays.equals(lines, from, from + OURS.length, OURS, 0, OURS.length)) {
            return;
        }
        int fields = from;
        while (lines[fields] != ' ') {
            fields++;
        }
        int time = to;
        while (lines[time - 1] != ' ') {
            time--;
        }
        for (int i = fields; i < time; i++) {
            values += lines[i] == '=' ? 1 : 0;
        }
        long nanos = number(lines, time);
        BitSet apis = points.computeIfAbsent(nanos, any -> new BitSet());
        int api = (int) number(lines, api(lines, from));
        twice += apis.get(api) ? 1 : 0;
        apis.set(api);
    }

    private static int api(byte[] lines, int from) {
        int start = from;
        while (!Arrays.equals(lines, start, start + API.length, API, 0, API.length)) {
            start++;
        }
        return start + API.length;
    }

    private static long number(byte[] lines, int from) {
        long number = 0;
        for (int i = from; i < lines.length && lines[i] >= '0' && lines[i] <= '9'; i++) {
            number = number * 10 + lines[i] - '0';
        }
        return number;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
