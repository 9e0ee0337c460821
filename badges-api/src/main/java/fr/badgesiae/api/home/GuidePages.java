package fr.badgesiae.api.home;

import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Pages;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The guide to a first badge, two sheets to print; static, so it calls no query. */
@Path("/app/guide")
@Produces(MediaType.TEXT_HTML)
public final class GuidePages {
    private static final GuidePage PAGE = new GuidePage(7, 4, 5, 5);

    private final Pages pages;

    GuidePages(Pages pages) {
        this.pages = pages;
    }

    @GET
    @Allowed(Permission.SIGNED_IN)
    public Response guide(@Context ContainerRequestContext request) {
        return pages.show(request, "home/guide", PAGE);
    }

    /**
     * The guide: how many of each kind of line the messages have.
     *
     * @param steps from the badge to the person
     * @param checks of a text
     * @param troubles and what to do
     * @param words of the glossary
     */
    public record GuidePage(int steps, int checks, int troubles, int words) {}
}
