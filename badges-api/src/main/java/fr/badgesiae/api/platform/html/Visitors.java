package fr.badgesiae.api.platform.html;

import fr.badgesiae.api.platform.FrenchZone;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;

/** What pages need to know of the session; implemented in {@code platform.auth}. */
public interface Visitors {
    /** The CSRF token for the forms of this request; empty where there is none. */
    String csrf(ContainerRequestContext request);

    /** A random key for one form; empty where there are no forms. */
    default String formKey() {
        return "";
    }

    /** The message key that says which session is over, after a redirect for that reason. */
    default Optional<String> ended(ContainerRequestContext request) {
        return Optional.empty();
    }

    /** The member signed in to the desk, if any. */
    Optional<Viewer> viewer(ContainerRequestContext request);

    /** The zone of the days and times of this session; that of Paris without one. */
    default FrenchZone zone(ContainerRequestContext request) {
        return FrenchZone.PARIS;
    }

    /** The links in the footer, the same for everybody. */
    List<Link> footer();

    /** Nobody is signed in: for tests and for pages without sessions. */
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
