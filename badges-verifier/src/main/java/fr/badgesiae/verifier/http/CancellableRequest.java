package fr.badgesiae.verifier.http;

import org.apache.hc.client5.http.classic.methods.HttpGet;

/** The request under way, which the deadline cancels from another thread. */
final class CancellableRequest {
    private HttpGet request;
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
