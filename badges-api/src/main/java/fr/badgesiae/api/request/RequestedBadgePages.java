package fr.badgesiae.api.request;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which badges people can ask for from their space. */
@Path("/app/requests/badges")
@Produces(MediaType.TEXT_HTML)
public final class RequestedBadgePages {
    private static final int MOST = 300;

    private final Platform platform;
    private final ListRequestedBadges list;
    private final ChooseRequestedBadges choose;

    RequestedBadgePages(Platform platform, ListRequestedBadges list, ChooseRequestedBadges choose) {
        this.platform = platform;
        this.list = list;
        this.choose = choose;
    }

    @GET
    @Allowed(Permission.PUBLISH)
    public Response show(@Context ContainerRequestContext request) {
        return platform.pages()
                .show(
                        request,
                        "request/badges",
                        new Badges(list.apply(Principal.of(request).organisation())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PUBLISH)
    public Response choose(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        choose.apply(Principal.of(request).organisation(), badges(form, "shown"), badges(form, "badges"));
        return platform.pages().seeOther("/app/requests/badges", "request.done.badges");
    }

    private static Set<AchievementId> badges(MultivaluedMap<String, String> form, String field) {
        return form.getOrDefault(field, List.of()).stream()
                .limit(MOST)
                .map(AchievementId::fromString)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The published badges. */
    public record Badges(List<ListRequestedBadges.Badge> badges) {}
}
