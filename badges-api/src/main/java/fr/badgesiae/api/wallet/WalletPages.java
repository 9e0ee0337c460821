package fr.badgesiae.api.wallet;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.holder.badge.ShareChoices;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.qr.QrCode;
import fr.badgesiae.api.wallet.lcw.LcwAddresses;
import fr.badgesiae.api.wallet.offer.OfferToWallet;
import fr.badgesiae.api.wallet.offer.ShowOfferable;
import fr.badgesiae.api.wallet.offer.WalletOfferKind;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a badge into a wallet: what the copy shows, then the code that the wallet scans. */
@Path("/me/badges/{badge}/wallet")
@Produces(MediaType.TEXT_HTML)
public final class WalletPages {
    private final Platform platform;
    private final ShowOfferable show;
    private final OfferToWallet offer;
    private final LcwAddresses lcw;

    WalletPages(Platform platform, ShowOfferable show, OfferToWallet offer, LcwAddresses lcw) {
        this.platform = platform;
        this.show = show;
        this.offer = offer;
        this.lcw = lcw;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response form(@Context ContainerRequestContext request, @PathParam("badge") CredentialId badge) {
        ShowOfferable.Offerable found = show.apply(HolderPrincipal.of(request).holder(), badge);
        Optional<ShareChoices> choices = found.choices();
        String name = choices.map(known -> known.name().name()).orElse(null);
        return form(
                request,
                200,
                found,
                name,
                choices.filter(ShareChoices::showsEvidence).isPresent(),
                Errors.none(),
                found.full() ? OfferToWallet.Problem.TOO_MANY_COPIES.name() : null);
    }

    /** @param other {@code true} for the link that the wallet answers at once */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response offer(
            @Context ContainerRequestContext request,
            @PathParam("badge") CredentialId badge,
            @FormParam("name") @Nullable String name,
            @FormParam("evidence") @Nullable String evidence,
            @FormParam("read") @DefaultValue("") String read,
            @FormParam("other") @DefaultValue("false") boolean other) {
        HolderId holder = HolderPrincipal.of(request).holder();
        ShowOfferable.Offerable found = show.apply(holder, badge);
        Optional<NameChoice> chosen = Arrays.stream(NameChoice.values())
                .filter(known -> known.name().equals(name))
                .findFirst();
        if (chosen.isEmpty()) {
            Errors errors = Errors.of("name", "wallet.name-missing");
            return form(request, 422, found, name, evidence != null, errors, null);
        }
        if (!found.choices().map(ShareChoices::read).equals(Optional.of(read))) {
            return form(request, 409, found, name, evidence != null, Errors.none(), "CHANGED");
        }
        EditionChoice choice = new EditionChoice(chosen.get(), evidence != null, read);
        WalletOfferKind kind = other ? WalletOfferKind.LINK : WalletOfferKind.INTERACTION;
        return offer.apply(holder, badge, choice, kind).fold(new OfferToWallet.Cases<>() {
            @Override
            public Response made(OfferToWallet.Made made) {
                return code(request, found, choice, made, kind);
            }

            @Override
            public Response notMade(OfferToWallet.Problem problem) {
                return form(request, 409, found, name, evidence != null, Errors.none(), problem.name());
            }
        });
    }

    private Response form(
            ContainerRequestContext request,
            int status,
            ShowOfferable.Offerable found,
            @Nullable String name,
            boolean evidence,
            Errors errors,
            @Nullable String problem) {
        PageContext context = platform.pages().translated(request).in(found.zone());
        Form page = new Form(
                path(found),
                found.name(),
                OpenidWallet.offered(platform.settings()),
                found.choices().orElse(null),
                name,
                evidence,
                errors,
                problem);
        return platform.pages().show(context, status, "wallet/form", page);
    }

    private Response code(
            ContainerRequestContext request,
            ShowOfferable.Offerable found,
            EditionChoice choice,
            OfferToWallet.Made made,
            WalletOfferKind kind) {
        boolean link = kind == WalletOfferKind.LINK;
        String address = link ? lcw.link(made, found.issuer()) : lcw.interactionLink(made.secret());
        String scanned = link ? address : lcw.interaction(made.secret());
        PageContext context = platform.pages().translated(request).in(found.zone());
        Code page = new Code(path(found), found.name(), QrCode.of(scanned), address, link, choice);
        return platform.pages().show(context, 200, "wallet/code", page);
    }

    private static String path(ShowOfferable.Offerable found) {
        return "/me/badges/" + found.badge();
    }

    /**
     * The choice of what the copy shows.
     *
     * @param path of the badge in the space
     * @param others the wallets beside this one
     * @param choices null once the desk has erased its file
     * @param name a {@link NameChoice} as it was sent, or null
     * @param problem the last part of the message, or null
     */
    public record Form(
            String path,
            String badge,
            List<OpenidWallet> others,
            @Nullable ShareChoices choices,
            @Nullable String name,
            boolean evidence,
            Errors errors,
            @Nullable String problem)
            implements Translated {
        /** Whether a copy has to be withdrawn first. */
        public boolean full() {
            return OfferToWallet.Problem.TOO_MANY_COPIES.name().equals(problem);
        }

        public Map<String, String> names(PageContext context, ShareChoices known) {
            return NameChoice.options(known.shortName(), known.fullName(), context.t("holder.share.name.none"));
        }
    }

    /**
     * The code and the link, with the choice for another try.
     *
     * @param path of the badge in the space
     * @param address that opens the wallet on the same phone
     * @param link whether it is the link that the wallet answers at once
     */
    public record Code(String path, String badge, QrCode qr, String address, boolean link, EditionChoice choice)
            implements Translated {}
}
