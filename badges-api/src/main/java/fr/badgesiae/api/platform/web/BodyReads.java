package fr.badgesiae.api.platform.web;

import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.client.ClientNetwork;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Limits how many bodies are read at a time, of each client and of all. A body is read by a thread that waits for its sender:
 * without a limit, slow senders would take the threads of everybody. A place is taken at the first byte asked for and given
 * back at the last. Above a limit the answer is 503.
 */
@Priority(Priorities.AUTHENTICATION - 150) // once the client is known, before anything reads a body
final class BodyReads implements ContainerRequestFilter {
    /** A quarter of the server's threads. */
    static final int ALL = 256;

    static final int EACH = 64;

    private final Semaphore all = new Semaphore(ALL);
    private final Map<String, Integer> ofClients = new ConcurrentHashMap<>();

    @Override
    public void filter(ContainerRequestContext request) {
        Limited body = new Limited(request.getEntityStream(), Client.of(request).network());
        request.setEntityStream(body);
        RequestEnd.then(request, body::leave); // one that ends before its body
    }

    private void enter(ClientNetwork client) {
        // clients that cannot be told apart share the limit of all
        boolean few = ofClients.merge(client.host(), 1, Integer::sum) <= EACH || !client.known();
        if (!few || !all.tryAcquire()) {
            forget(client);
            throw new ProblemException(
                    ProblemType.UNAVAILABLE, "Many requests are being received. Try again in a moment.");
        }
    }

    private void leave(ClientNetwork client) {
        all.release();
        forget(client);
    }

    private void forget(ClientNetwork client) {
        ofClients.computeIfPresent(client.host(), (key, count) -> count > 1 ? count - 1 : null);
    }

    /** Holds a place from its first byte to its last. */
    private final class Limited extends FilterInputStream {
        private final ClientNetwork client;
        private boolean held;
        private boolean ended;

        Limited(InputStream in, ClientNetwork client) {
            super(in);
            this.client = client;
        }

        @Override
        public int read() throws IOException {
            arrive();
            int read = super.read();
            if (read < 0) {
                leave();
            }
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            arrive();
            int read = super.read(bytes, from, length);
            if (read < 0) {
                leave();
            }
            return read;
        }

        private void arrive() {
            if (!held && !ended) {
                enter(client);
                held = true;
            }
        }

        private void leave() {
            ended = true;
            if (held) {
                held = false;
                BodyReads.this.leave(client);
            }
        }
    }
}
