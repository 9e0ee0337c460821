package fr.badgesiae.api.platform.auth;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/** Keeps what somebody typed when their session was over before they sent it; implemented in {@code platform.form}. */
public interface EndedSession {
    /** Under it, with its token, a kept form is shown to its owner. */
    String PATH = "/answers/";

    /** The query parameter by which an entry point knows that a session is over. */
    String NAME = "ended";

    /** Its value after too long a time. */
    String TIME = "time";

    /** Its value after the session was closed, such as in another tab. */
    String CLOSED = "closed";

    /**
     * Keeps the form of this request.
     *
     * @return its token; empty when it cannot be kept
     */
    Optional<String> keep(ContainerRequestContext request, FormOwner owner);

    /** Whether a form of this owner waits under the token. */
    boolean waits(ContainerRequestContext request, String token, FormOwner owner);

    /** Keeps nothing: for tests without a store. */
    static EndedSession keepsNothing() {
        return new EndedSession() {
            @Override
            public Optional<String> keep(ContainerRequestContext request, FormOwner owner) {
                return Optional.empty();
            }

            @Override
            public boolean waits(ContainerRequestContext request, String token, FormOwner owner) {
                return false;
            }
        };
    }
}
