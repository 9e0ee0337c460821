package fr.badgesiae.api.home;

import fr.badgesiae.api.platform.auth.Open;
import fr.badgesiae.api.platform.html.Pages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The public home page and the pages required by law; static, so they call no query. */
@Path("/")
public final class HomePages {
    private final Pages pages;
    private final Notices notices;

    HomePages(Pages pages, Notices notices) {
        this.pages = pages;
        this.notices = notices;
    }

    @GET
    @Open
    public Response home(@Context ContainerRequestContext request) {
        return pages.show(request, "home/index", new IndexPage(notices.operator()));
    }

    @GET
    @Open
    @Path("legal")
    public Response legal(@Context ContainerRequestContext request) {
        return pages.show(request, "home/legal", new NoticesPage(notices));
    }

    @GET
    @Open
    @Path("privacy")
    public Response privacy(@Context ContainerRequestContext request) {
        return pages.show(request, "home/privacy", new NoticesPage(notices));
    }

    @GET
    @Open
    @Path("accessibility")
    public Response accessibility(@Context ContainerRequestContext request) {
        return pages.show(request, "home/accessibility", new NoticesPage(notices));
    }

    /**
     * Home page, the same for every reader.
     *
     * @param operator of this installation, or empty
     */
    public record IndexPage(String operator) {}

    /**
     * One of the pages required by law.
     *
     * @param notices the operator of this installation
     */
    public record NoticesPage(Notices notices) {}
}
