package fr.badgesiae.api.platform.html;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;

/** What pages ask of whoever knows sessions. */
public interface Visitors {
    /** The token that every form of this request's session carries; an empty string without a session. */
    String csrf(ContainerRequestContext request);

    /** Who is signed in to the desk, if anybody. */
    Optional<Viewer> viewer(ContainerRequestContext request);

    /** The links in the footer, the same for everybody. */
    List<Link> footer();

    /** Nobody is ever signed in: for tests and pages before sessions. */
    static Visitors anonymous() {
        return new Visitors() {
            @Override
            public String csrf(ContainerRequestContext request) {
                return "";
            }

            @Override
            public Optional<Viewer> viewer(ContainerRequestContext request) {
                return Optional.empty();
            }

            @Override
            public List<Link> footer() {
                return List.of();
            }
        };
    }
}
