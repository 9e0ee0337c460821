package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Changes of a ceremony: whose badges, another day, or none at all. */
@Path("/app/ceremonies")
@Produces(MediaType.TEXT_HTML)
public final class CeremonyChangePages {
    private final Platform platform;
    private final ShowCeremony show;
    private final ListOpenOffers list;
    private final ChooseGuests choose;
    private final ChangeCeremony change;

    CeremonyChangePages(
            Platform platform, ShowCeremony show, ListOpenOffers list, ChooseGuests choose, ChangeCeremony change) {
        this.platform = platform;
        this.show = show;
        this.list = list;
        this.choose = choose;
        this.change = change;
    }

    @GET
    @Path("/{ceremony}/guests")
    @Allowed(Permission.AWARD)
    public Response guests(@Context ContainerRequestContext request, @PathParam("ceremony") CeremonyId id) {
        ListOpenOffers.Found found = list.apply(Principal.of(request).organisation(), id);
        return platform.pages().show(request, "bulk/ceremony/guests", new Guests(found));
    }

    @POST
    @Path("/{ceremony}/guests")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response choose(
            @Context ContainerRequestContext request,
            @PathParam("ceremony") CeremonyId id,
            MultivaluedMap<String, String> form) {
        Set<OfferId> chosen = CeremonyPages.offers(form, "offers");
        choose.apply(Principal.of(request).organisation(), id, CeremonyPages.offers(form, "shown"), chosen);
        return platform.pages().seeOther("/app/ceremonies/" + id, "bulk.ceremony.done.guests");
    }

    @GET
    @Path("/{ceremony}/edit")
    @Allowed(Permission.AWARD)
    public Response edit(@Context ContainerRequestContext request, @PathParam("ceremony") CeremonyId id) {
        Ceremony ceremony = find(request, id);
        return form(request, 200, ceremony, CeremonyForm.of(ceremony), Errors.none());
    }

    @POST
    @Path("/{ceremony}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response save(
            @Context ContainerRequestContext request,
            @PathParam("ceremony") CeremonyId id,
            MultivaluedMap<String, String> typed) {
        Principal by = Principal.of(request);
        CeremonyForm form = CeremonyForm.of(typed);
        LocalDate today = by.zone().today(platform.clock());
        Errors errors = form.errors(today);
        if (!errors.isEmpty()) {
            return form(request, 422, find(request, id), form, errors);
        }
        change.apply(by, id, new ChangeCeremony.Move(form.read(today).orElseThrow(), form.place()));
        return platform.pages().seeOther("/app/ceremonies/" + id, "bulk.ceremony.done.changed");
    }

    @GET
    @Path("/{ceremony}/cancel")
    @Allowed(Permission.AWARD)
    public Response askCancel(@Context ContainerRequestContext request, @PathParam("ceremony") CeremonyId id) {
        return platform.pages().show(request, "bulk/ceremony/cancel", new Cancel(find(request, id)));
    }

    @POST
    @Path("/{ceremony}/cancel")
    @Allowed(Permission.AWARD)
    public Response cancel(@Context ContainerRequestContext request, @PathParam("ceremony") CeremonyId id) {
        change.apply(Principal.of(request), id, new ChangeCeremony.Cancel());
        return platform.pages().seeOther("/app/ceremonies", "bulk.ceremony.done.cancelled");
    }

    private Ceremony find(ContainerRequestContext request, CeremonyId id) {
        return show.apply(Principal.of(request).organisation(), id).ceremony();
    }

    private Response form(
            ContainerRequestContext request, int status, Ceremony ceremony, CeremonyForm form, Errors errors) {
        return platform.pages()
                .show(
                        request,
                        status,
                        "bulk/ceremony/form",
                        new CeremonyPages.Form(ceremony, form, Optional.empty(), errors));
    }

    /** Whose badges are handed over. */
    public record Guests(ListOpenOffers.Found found) {}

    /** The question before a ceremony is cancelled. */
    public record Cancel(Ceremony ceremony) {}
}
