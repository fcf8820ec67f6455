package guance.awsgateway.standin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy of a company: whoever logs in gets a tunnel, or is passed on with the whole address. */
public final class ProxyStandin implements AutoCloseable {

    private static final String DENIED =
            "HTTP/1.1 407 Proxy Authentication Required\r\n"
                    + "Proxy-Authenticate: Basic realm=\"company\"\r\n"
                    + "Content-Length: 0\r\nConnection: close\r\n\r\n";

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final String login;

    /**
     * @param login {@code user:password}
     */
    public ProxyStandin(String login) throws IOException {
        this.login =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(login.getBytes(StandardCharsets.UTF_8));
        threads.execute(this::accept);
    }

    /**
     * @param user as it stands in an address
     */
    public String url(String user) {
        return "http://%s@127.0.0.1:%s".formatted(user, server.getLocalPort());
    }

    /** Method and host of each connection that was let through. */
    public Collection<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                sockets.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    private void serve(Socket client) {
        try (client) {
            byte[] head = head(client.getInputStream());
            String text = new String(head, StandardCharsets.UTF_8);
            if (!text.toLowerCase().contains(("Proxy-Authorization: " + login).toLowerCase())) {
                client.getOutputStream().write(DENIED.getBytes(StandardCharsets.UTF_8));
                return;
            }
            String[] line = text.split(" ");
            boolean tunnel = line[0].equals("CONNECT");
            String host = tunnel ? line[1] : URI.create(line[1]).getAuthority();
            asked.add((tunnel ? "CONNECT " : "") + host);
            pass(client, host, tunnel ? new byte[0] : head);
        } catch (IOException e) {
            // Either end has gone.
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("cut");
            }
            head.write(next);
        }
        return head.toByteArray();
    }

    private void pass(Socket client, String host, byte[] head) throws IOException {
        String[] parts = host.split(":");
        try (Socket called = new Socket(parts[0], Integer.parseInt(parts[1]))) {
            sockets.add(called);
            if (head.length == 0) {
                client.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            } else {
                called.getOutputStream().write(head);
            }
            threads.execute(() -> copy(called, client));
            client.getInputStream().transferTo(called.getOutputStream());
        }
    }

    private static void copy(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Either end has gone.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket each : sockets) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
