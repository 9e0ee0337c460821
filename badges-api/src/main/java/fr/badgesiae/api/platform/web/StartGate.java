package fr.badgesiae.api.platform.web;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * Answers 503 until the service is ready: before, its database may be absent, of another version, of another installation, or
 * still be filled with the past of a demonstration. Style sheets are served, so that the page which says so is readable.
 */
@PreMatching
@Priority(1) // after the id of the request
public final class StartGate implements ContainerRequestFilter {
    private volatile boolean open;

    public void open() {
        open = true;
    }

    public boolean isOpen() {
        return open;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!open && !ApiPath.of(request).matches("/assets/.*|/robots\\.txt")) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "The service is starting. Try again in a moment.");
        }
    }

    /** Unhealthy until the service is ready. */
    public HealthCheck healthCheck() {
        return new HealthCheck() {
            @Override
            protected Result check() {
                return open
                        ? Result.healthy()
                        : Result.unhealthy("the service is starting; the log says what it waits for");
            }
        };
    }
}
