package fr.badgesiae.verifier.http;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.jspecify.annotations.Nullable;

/** The running request, cancelled by the deadline from another thread. */
final class CancellableRequest {
    private @Nullable HttpGet request;
    private boolean stopped;

    synchronized void begin(HttpGet next) {
        request = next;
        if (stopped) {
            next.cancel();
        }
    }

    synchronized void stop() {
        stopped = true;
        if (request != null) {
            request.cancel();
        }
    }
}
