package fr.badgesiae.api.platform.web;

import fr.badgesiae.api.platform.Ids;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import org.slf4j.MDC;

/** Gives each request an id, for its log lines and for the header {@code X-Request-Id} of its answer. */
@PreMatching
@Priority(0)
public final class RequestIds implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String NAME = "request";

    private final Ids ids;

    public RequestIds(Ids ids) {
        this.ids = ids;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String id = ids.token().substring(0, 12);
        request.setProperty(RequestIds.class.getName(), id);
        MDC.put(NAME, id);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(RequestIds.class.getName()) instanceof String id) {
            response.getHeaders().putSingle("X-Request-Id", id);
        }
        MDC.remove(NAME);
    }
}
