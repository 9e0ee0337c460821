package fr.badgesiae.verifier.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** Answers on loopback with the exact bytes of a test; one request a connection. */
final class LoopbackServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Answer answer;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Writes a whole answer, or blocks, or throws once the client has closed. */
    @FunctionalInterface
    interface Answer {
        void write(String path, OutputStream out) throws IOException, InterruptedException;
    }

    LoopbackServer(Answer answer) {
        this(answer, open("127.0.0.1", 0, ServerSocketFactory.getDefault()));
    }

    LoopbackServer(Answer answer, ServerSocket socket) {
        this.answer = answer;
        this.socket = socket;
        threads.execute(this::accept);
    }

    /** @param address one of 127.0.0.0/8 */
    static ServerSocket open(String address, int port, ServerSocketFactory sockets) {
        try {
            return sockets.createServerSocket(port, 50, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Number of connections, with or without a request. */
    int connections() {
        return connections.get();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    /** The request headers so far. */
    List<String> requests() {
        return requests;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] ok(String headers, String body) {
        return ascii("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n" + headers
                + "\r\n" + body);
    }

    static byte[] redirect(String location) {
        return ascii("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nSet-Cookie: a=b\r\nLocation: "
                + location + "\r\n\r\n");
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
            StringBuilder head = new StringBuilder();
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                head.append(line).append('\n');
            }
            if (head.length() > 0) {
                requests.add(head.toString());
                int path = head.indexOf("/");
                answer.write(head.substring(path, head.indexOf(" ", path)), connection.getOutputStream());
                connection.getOutputStream().flush();
            }
        } catch (IOException e) {
            return; // the client closed the connection, as required
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
