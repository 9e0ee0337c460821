package fr.badgesiae.api.account.leaving;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A member leaves: the question who takes over, and its answer. */
@Path("/app/members/{member}/leave")
@Produces(MediaType.TEXT_HTML)
public final class LeavingPages {
    private final Platform platform;
    private final ShowLeaving show;
    private final DeactivateMember deactivate;

    public LeavingPages(Platform platform, ShowLeaving show, DeactivateMember deactivate) {
        this.platform = platform;
        this.show = show;
        this.deactivate = deactivate;
    }

    @GET
    @Allowed(Permission.MEMBERS)
    public Response ask(@Context ContainerRequestContext request, @PathParam("member") AccountId member) {
        return ask(request, 200, member, "", Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.MEMBERS)
    public Response deactivate(
            @Context ContainerRequestContext request,
            @PathParam("member") AccountId member,
            @FormParam("taker") @DefaultValue("") String typed) {
        Principal by = Principal.of(request);
        Optional<AccountId> taker =
                Optional.of(typed).filter(id -> !id.isEmpty()).map(id -> new AccountId(Ids.parse(id)));
        boolean self = by.account().equals(member);
        return switch (deactivate.apply(by.organisation(), by.account(), member, taker)) {
            case DEACTIVATED ->
                self
                        ? platform.pages().seeOther("/signin")
                        : platform.pages().seeOther("/app/members", "account.done.deactivated");
            case LAST_MANAGER -> ask(request, 422, member, typed, Errors.of("", "account.error.last-manager"));
            case NOBODY_TAKES_OVER -> ask(request, 422, member, typed, Errors.of("taker", "account.error.taker"));
        };
    }

    private Response ask(ContainerRequestContext request, int status, AccountId member, String taker, Errors errors) {
        Principal by = Principal.of(request);
        ShowLeaving.Shown shown = show.apply(by.organisation(), member);
        LeavePage page = new LeavePage(
                member.toString(),
                shown.name(),
                by.account().equals(member),
                shown.work(),
                shown.takers(),
                shown.lastManager(),
                taker,
                errors);
        return platform.pages().show(request, status, "account/leave", page);
    }

    /**
     * The question before a membership ends.
     *
     * @param self whether the reader leaves
     * @param work what waits for the member
     * @param takers who may take it over
     * @param lastManager whether somebody else has to be given the right to manage first
     * @param taker the chosen one, or empty
     */
    public record LeavePage(
            String id,
            String name,
            boolean self,
            List<Handover.Line> work,
            List<LeavingDao.MemberRow> takers,
            boolean lastManager,
            String taker,
            Errors errors) {
        /** What waits, in words. */
        public List<String> waiting(PageContext context) {
            return work.stream()
                    .map(line -> context.t(line.work().key(), line.count()))
                    .toList();
        }

        /** The names of those who may take over, by id. */
        public Map<String, String> choices() {
            Map<String, String> choices = new LinkedHashMap<>();
            takers.forEach(row -> choices.put(row.id().toString(), row.name()));
            return choices;
        }
    }
}
