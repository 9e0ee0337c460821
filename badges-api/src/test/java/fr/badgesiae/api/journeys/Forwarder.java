package fr.badgesiae.api.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port of this machine that leads to another one: a server that comes late. */
final class Forwarder implements AutoCloseable {
    private final ServerSocket listening;
    private final int to;

    private Forwarder(int from, int to) throws IOException {
        this.listening = new ServerSocket(from, 50, InetAddress.getLoopbackAddress());
        this.to = to;
    }

    static Forwarder open(int from, int to) throws IOException {
        Forwarder forwarder = new Forwarder(from, to);
        inBackground(forwarder::accept);
        return forwarder;
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket near = listening.accept();
            Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
            inBackground(() -> pipe(near, far));
            inBackground(() -> pipe(far, near));
        }
    }

    private static void pipe(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private interface Act {
        void run() throws IOException;
    }

    private static void inBackground(Act act) {
        Thread thread = new Thread(() -> {
            try {
                act.run();
            } catch (IOException e) {
                // one of both ends closed
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
