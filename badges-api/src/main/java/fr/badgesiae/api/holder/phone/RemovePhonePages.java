package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.auth.passkey.Passkey;
import fr.badgesiae.api.platform.auth.passkey.PasskeyId;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes a phone, or all, each after a question. */
@Path("/me/phones")
@Produces(MediaType.TEXT_HTML)
public final class RemovePhonePages {
    private final Platform platform;
    private final ListPhones list;
    private final RemovePhone remove;
    private final RemoveAllPhones removeAll;
    private final Sessions sessions;

    RemovePhonePages(
            Platform platform, ListPhones list, RemovePhone remove, RemoveAllPhones removeAll, Sessions sessions) {
        this.platform = platform;
        this.list = list;
        this.remove = remove;
        this.removeAll = removeAll;
        this.sessions = sessions;
    }

    @GET
    @Path("/{phone}/remove")
    @Allowed(Permission.HOLDER)
    public Response ask(@Context ContainerRequestContext request, @PathParam("phone") PasskeyId phone) {
        Passkey found = find(list.apply(HolderPrincipal.of(request)), phone);
        return platform.pages().show(request, "holder/phone-remove", new Question(found.name(), found.here()));
    }

    @POST
    @Path("/{phone}/remove")
    @Allowed(Permission.HOLDER)
    public Response remove(@Context ContainerRequestContext request, @PathParam("phone") PasskeyId phone) {
        HolderPrincipal by = HolderPrincipal.of(request);
        boolean here = find(list.apply(by), phone).here();
        if (!remove.apply(by.holder(), phone)) {
            throw ProblemException.notFound();
        }
        return removed(request, here, "holder.done.phone-removed");
    }

    @GET
    @Path("/remove-all")
    @Allowed(Permission.HOLDER)
    public Response askAll(@Context ContainerRequestContext request) {
        boolean here = list.apply(HolderPrincipal.of(request)).stream().anyMatch(Passkey::here);
        return platform.pages().show(request, "holder/phone-remove", new Question(null, here));
    }

    @POST
    @Path("/remove-all")
    @Allowed(Permission.HOLDER)
    public Response removeAll(@Context ContainerRequestContext request) {
        HolderPrincipal by = HolderPrincipal.of(request);
        boolean here = list.apply(by).stream().anyMatch(Passkey::here);
        removeAll.apply(by.holder());
        return removed(request, here, "holder.done.phones-removed");
    }

    /** Whoever removes the phone in their hand has no session any more. */
    private Response removed(ContainerRequestContext request, boolean here, String done) {
        return here
                ? Response.fromResponse(platform.pages().seeOther("/me/open", done))
                        .cookie(sessions.closeHolder(request).toArray(new NewCookie[0]))
                        .build()
                : platform.pages().seeOther("/me/phones", done);
    }

    private static Passkey find(List<Passkey> phones, PasskeyId phone) {
        return phones.stream()
                .filter(known -> known.id().equals(phone.value()))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * The question.
     *
     * @param name of the phone, or null for all
     * @param here whether the space closes on the present device too
     */
    public record Question(@Nullable String name, boolean here) implements Translated {}
}
