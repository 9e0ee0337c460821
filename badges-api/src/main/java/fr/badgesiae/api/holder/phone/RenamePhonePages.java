package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.passkey.PasskeyId;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.problem.ProblemException;
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
import java.util.Optional;

/** The form that gives a phone another name. */
@Path("/me/phones/{phone}/name")
@Produces(MediaType.TEXT_HTML)
public final class RenamePhonePages {
    private final Platform platform;
    private final ListPhones list;
    private final RenamePhone rename;

    RenamePhonePages(Platform platform, ListPhones list, RenamePhone rename) {
        this.platform = platform;
        this.list = list;
        this.rename = rename;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response ask(@Context ContainerRequestContext request, @PathParam("phone") PasskeyId phone) {
        return form(request, 200, phone, name(request, phone), Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response rename(
            @Context ContainerRequestContext request,
            @PathParam("phone") PasskeyId phone,
            @FormParam("name") @DefaultValue("") String typed) {
        Optional<PhoneName> name = PhoneName.parse(typed);
        if (name.isEmpty()) {
            name(request, phone); // of another holder, it is not found whatever was typed
            return form(request, 422, phone, typed, Errors.of("name", "holder.phone.name-error", PhoneName.LONGEST));
        }
        if (!rename.apply(HolderPrincipal.of(request).holder(), phone, name.get())) {
            throw ProblemException.notFound();
        }
        return platform.pages().seeOther("/me/phones", "holder.done.phone-renamed");
    }

    /** @throws ProblemException NOT_FOUND for a phone of another holder */
    private String name(ContainerRequestContext request, PasskeyId phone) {
        return list.apply(HolderPrincipal.of(request)).stream()
                .filter(known -> known.id().equals(phone.value()))
                .findFirst()
                .orElseThrow(ProblemException::notFound)
                .name();
    }

    private Response form(ContainerRequestContext request, int status, PasskeyId phone, String name, Errors errors) {
        NewName page = new NewName("/me/phones/" + phone + "/name", name, PhoneName.LONGEST, errors);
        return platform.pages().show(request, status, "holder/phone-name", page);
    }

    /** The form of another name. */
    public record NewName(String path, String name, int longest, Errors errors) implements Translated {}
}
