package fr.badgesiae.api.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/** Gives back what filters took for a request, once it has ended, in whatever way. */
final class RequestEnd implements ApplicationEventListener, RequestEventListener {
    private static final String PROPERTY = RequestEnd.class.getName();

    /** What a filter does then. */
    private record Steps(List<Runnable> all) {}

    /** Runs the step at the end of the request. */
    static void then(ContainerRequestContext request, Runnable step) {
        if (!(request.getProperty(PROPERTY) instanceof Steps)) {
            request.setProperty(PROPERTY, new Steps(new ArrayList<>()));
        }
        ((Steps) request.getProperty(PROPERTY)).all().add(step);
    }

    @Override
    public void onEvent(ApplicationEvent event) {
        // only request events are needed
    }

    @Override
    public RequestEventListener onRequest(RequestEvent event) {
        return this;
    }

    @Override
    public void onEvent(RequestEvent event) {
        if (event.getType() == RequestEvent.Type.FINISHED
                && event.getContainerRequest().getProperty(PROPERTY) instanceof Steps steps) {
            steps.all().forEach(Runnable::run);
        }
    }
}
