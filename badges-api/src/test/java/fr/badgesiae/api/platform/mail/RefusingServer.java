package fr.badgesiae.api.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server on loopback that answers each command as it is told: MAIL, RCPT or DATA with an error. */
final class RefusingServer implements AutoCloseable {
    /** In place of an answer: the connection is reset. */
    static final String GONE = "";

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final String command;
    private final String answer;
    final List<String> heard = new CopyOnWriteArrayList<>();

    /** @param answer such as {@code 550 5.1.1 no such user <alix@exemple.invalid>} */
    RefusingServer(String command, String answer) throws IOException {
        this.command = command;
        this.answer = answer;
        Thread thread = new Thread(this::serve, "refusing-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                try (Socket client = socket.accept()) {
                    talk(client);
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        say(out, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (line.startsWith(command) && answer.equals(GONE)) {
                client.setSoLinger(true, 0);
                return;
            } else if (line.startsWith(command)) {
                say(out, answer);
            } else if (line.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else if (line.equals("DATA")) {
                say(out, "354 go on");
                while (!".".equals(line)) {
                    line = in.readLine();
                }
                say(out, command.equals(".") ? answer : "250 taken");
            } else {
                say(out, "250 yes");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
