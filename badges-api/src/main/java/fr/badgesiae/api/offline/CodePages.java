package fr.badgesiae.api.offline;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.edition.EditionProblem;
import fr.badgesiae.api.holder.badge.ShareChoices;
import fr.badgesiae.api.offline.code.MakeCode;
import fr.badgesiae.api.offline.code.OfflineCode;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.qr.QrCode;
import fr.badgesiae.api.wallet.offer.ShowOfferable;
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
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the code on paper: what it shows, then the sheet to print. */
@Path("/me/badges/{badge}/offline")
@Produces(MediaType.TEXT_HTML)
public final class CodePages {
    private final Platform platform;
    private final ShowOfferable show;
    private final MakeCode make;

    CodePages(Platform platform, ShowOfferable show, MakeCode make) {
        this.platform = platform;
        this.show = show;
        this.make = make;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response form(@Context ContainerRequestContext request, @PathParam("badge") CredentialId badge) {
        ShowOfferable.Offerable found = show.apply(HolderPrincipal.of(request).holder(), badge);
        return form(request, 200, found, NameChoice.NONE.name(), Errors.none(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response make(
            @Context ContainerRequestContext request,
            @PathParam("badge") CredentialId badge,
            @FormParam("name") @Nullable String name,
            @FormParam("read") @DefaultValue("") String read) {
        HolderId holder = HolderPrincipal.of(request).holder();
        ShowOfferable.Offerable found = show.apply(holder, badge);
        Optional<NameChoice> chosen = Arrays.stream(NameChoice.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (chosen.isEmpty()) {
            return form(request, 422, found, name, Errors.of("name", "offline.name-missing"), null);
        }
        EditionChoice choice = new EditionChoice(chosen.get(), false, read);
        return make.apply(holder, badge, choice).fold(new MakeCode.Cases<>() {
            @Override
            public Response made(MakeCode.Made made) {
                Sheet page = new Sheet(path(found), found.issuer(), made.code(), QrCode.compact(made.address()));
                return platform.pages().show(context(request, found), 200, "offline/sheet", page);
            }

            @Override
            public Response notMade(EditionProblem problem) {
                return form(request, 409, found, name, Errors.none(), problem.name());
            }
        });
    }

    private Response form(
            ContainerRequestContext request,
            int status,
            ShowOfferable.Offerable found,
            @Nullable String name,
            Errors errors,
            @Nullable String problem) {
        Form page = new Form(
                path(found), found.name(), found.issuer(), found.choices().orElse(null), name, errors, problem);
        return platform.pages().show(context(request, found), status, "offline/form", page);
    }

    private PageContext context(ContainerRequestContext request, ShowOfferable.Offerable found) {
        return platform.pages().translated(request).in(found.zone());
    }

    private static String path(ShowOfferable.Offerable found) {
        return "/me/badges/" + found.badge();
    }

    /**
     * The choice of what the code says.
     *
     * @param path of the badge in the space
     * @param choices null once the desk has erased its file
     * @param name a {@link NameChoice} as it was sent, or null
     * @param problem the last part of the message, or null
     */
    public record Form(
            String path,
            String badge,
            String issuer,
            @Nullable ShareChoices choices,
            @Nullable String name,
            Errors errors,
            @Nullable String problem)
            implements Translated {
        public Map<String, String> names(PageContext context, ShareChoices known) {
            return NameChoice.options(known.shortName(), known.fullName(), context.t("holder.share.name.none"));
        }
    }

    /**
     * The sheet to print.
     *
     * @param path of the badge in the space
     */
    public record Sheet(String path, String issuer, OfflineCode code, QrCode qr) implements Translated {}
}
