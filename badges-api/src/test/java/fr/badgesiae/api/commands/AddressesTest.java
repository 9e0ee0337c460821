package fr.badgesiae.api.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.StartRefused;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private static final int PROBES = 500;

    private static HttpConnectorFactory connector(int port) {
        HttpConnectorFactory connector = new HttpConnectorFactory();
        connector.setBindHost("127.0.0.1");
        connector.setPort(port);
        return connector;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A connection of a port to itself is no answer. */
    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.getLocalPort() != port;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aPortIsProbedWithoutAnAnswer() throws Exception {
        int port = freePort();
        AtomicBoolean probed = new AtomicBoolean();
        CompletableFuture<Boolean> answered = CompletableFuture.supplyAsync(() -> {
            boolean answer = false;
            while (!answer && !probed.get()) {
                answer = answers(port);
            }
            return answer;
        });

        for (int probes = 0; probes < PROBES; probes++) {
            Addresses.requireFree(connector(port), "", "BADGES_PORT=8090");
        }
        probed.set(true);

        assertThat(answered.get()).isFalse();
    }

    @Test
    void aPortThatAnotherProgramListensAtIsRefused() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpConnectorFactory taken = connector(other.getLocalPort());

            assertThatThrownBy(() -> Addresses.requireFree(taken, "", "BADGES_PORT=8090"))
                    .isInstanceOf(StartRefused.class);
        }
    }
}
