package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads over real connections: a refused upload is refused before it is read. */
class UploadsTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final String FORM = "multipart/form-data; boundary=brought";

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aClientWithoutBudgetIsRefusedBeforeItsFormIsRead() throws IOException {
        String small = "x";
        String status = "";
        for (int i = 0; i < 130 && !status.startsWith("HTTP/1.1 429"); i++) {
            try (Upload upload = new Upload("text/plain", small.length())) {
                status = upload.send(small.length()).answer().get(0);
            }
        }
        try (Upload never = new Upload(FORM, 10 * MEBIBYTE)) {
            assertThat(never.answer()).first().asString().startsWith("HTTP/1.1 429");
        }
    }

    @Test
    void whatDoesNotFitBesideOtherUploadsIsRefusedWhileTheyLast() throws IOException {
        try (Upload one = new Upload(FORM, 19 * MEBIBYTE);
                Upload two = new Upload(FORM, 19 * MEBIBYTE)) {
            one.send(19 * MEBIBYTE - 1);
            two.send(19 * MEBIBYTE - 1);
            try (Upload third = new Upload(FORM, 18 * MEBIBYTE)) {
                assertThat(third.answer())
                        .anyMatch(line -> line.startsWith("HTTP/1.1 503"))
                        .anyMatch(line -> line.startsWith("Retry-After:"));
            }
        }
        String status = "";
        for (int i = 0; i < 40 && !status.startsWith("HTTP/1.1 400"); i++) {
            try (Upload later = new Upload(FORM, 18 * MEBIBYTE)) {
                status = later.send(18 * MEBIBYTE).answer().get(0);
            }
        }
        assertThat(status).as("a form without any part, but read").startsWith("HTTP/1.1 400");
    }

    /** A request whose body is sent up to a length chosen by the test. */
    private final class Upload implements AutoCloseable {
        private final Socket socket;
        private final OutputStream out;

        Upload(String type, int announced) throws IOException {
            URI origin = server.origin();
            socket = new Socket(InetAddress.getLoopbackAddress(), origin.getPort());
            socket.setSendBufferSize(64 << 10);
            socket.setSoTimeout(60_000);
            out = socket.getOutputStream();
            out.write(("POST /api/v1/verifications HTTP/1.1\r\nHost: localhost:" + origin.getPort()
                            + "\r\nConnection: close\r\nContent-Type: " + type + "\r\nContent-Length: " + announced
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }

        /** The server may have closed its side after its answer; the rest of the body is then ignored. */
        Upload send(int bytes) {
            byte[] part = new byte[64 << 10];
            Arrays.fill(part, (byte) 'x');
            try {
                for (int left = bytes; left > 0; left -= part.length) {
                    out.write(part, 0, Math.min(left, part.length));
                }
            } catch (IOException answered) {
                // read the answer
            }
            return this;
        }

        /** The header lines of the answer. */
        List<String> answer() throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                lines.add(line);
            }
            return lines;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
