package guance.awsgateway.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a port of the loopback, which can be cut, or fall silent, and be mended. */
public final class Wire implements AutoCloseable {

    private final int to;
    private final ServerSocket from;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private boolean silent;

    public Wire(int to) throws IOException {
        this.to = to;
        from = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    /** Where it begins. */
    public int port() {
        return from.getLocalPort();
    }

    /** Ends every connection, and lets none begin. */
    public void cut() {
        cut = true;
        open.forEach(Wire::end);
    }

    /**
     * Takes connections and bytes, and passes none on until it is mended: as where packets get
     * lost, which TCP sends again and again.
     */
    public synchronized void silence() {
        silent = true;
    }

    public synchronized void mend() {
        cut = false;
        silent = false;
        notifyAll();
    }

    private synchronized void awaitPassage() throws InterruptedException {
        while (silent) {
            wait();
        }
    }

    private void accept() {
        while (!from.isClosed()) {
            try {
                Socket near = from.accept();
                open.add(near);
                join(near, new Socket(InetAddress.getLoopbackAddress(), to));
            } catch (IOException e) {
                // It is closed, or what it leads to is.
            }
        }
    }

    private void join(Socket near, Socket far) {
        open.add(far);
        daemon(() -> copy(near, far));
        daemon(() -> copy(far, near));
        if (cut) {
            cut();
        }
    }

    private void copy(Socket one, Socket other) {
        try (InputStream in = one.getInputStream();
                OutputStream out = other.getOutputStream()) {
            byte[] some = new byte[8192];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                awaitPassage();
                out.write(some, 0, read);
            }
            awaitPassage();
        } catch (IOException | InterruptedException e) {
            // It was cut.
        } finally {
            open.remove(one);
            end(one);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        mend();
        cut();
        from.close();
    }
}
