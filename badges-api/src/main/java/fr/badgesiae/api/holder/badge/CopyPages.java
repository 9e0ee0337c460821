package fr.badgesiae.api.holder.badge;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.edition.WithdrawCopy;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Translated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The question before a copy is withdrawn from its wallet: that cannot be undone. */
@Path("/me/copies/{copy}/withdraw")
@Produces(MediaType.TEXT_HTML)
public final class CopyPages {
    private final Platform platform;
    private final FindCopy find;
    private final WithdrawCopy withdraw;

    public CopyPages(Platform platform, FindCopy find, WithdrawCopy withdraw) {
        this.platform = platform;
        this.find = find;
        this.withdraw = withdraw;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response ask(@Context ContainerRequestContext request, @PathParam("copy") CredentialId copy) {
        FindCopy.Found found = find.apply(HolderPrincipal.of(request).holder(), copy);
        Question page = new Question(found.copy(), "/me/badges/" + found.badge(), found.achievementName());
        return platform.pages().show(request, "holder/copy", page);
    }

    @POST
    @Allowed(Permission.HOLDER)
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("copy") CredentialId copy) {
        HolderId holder = HolderPrincipal.of(request).holder();
        return platform.pages().seeOther("/me/badges/" + withdraw.apply(holder, copy), "holder.done.copy-withdrawn");
    }

    /**
     * The copy in question.
     *
     * @param path of its badge in the space
     */
    public record Question(WalletCopy copy, String path, String badge) implements Translated {}
}
