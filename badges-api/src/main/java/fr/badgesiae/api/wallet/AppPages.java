package fr.badgesiae.api.wallet;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.holder.badge.ShareChoices;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.qr.QrCode;
import fr.badgesiae.api.platform.web.SecurityHeaders;
import fr.badgesiae.api.wallet.offer.OfferToWallet;
import fr.badgesiae.api.wallet.offer.ShowOfferable;
import fr.badgesiae.api.wallet.openid.OfferByOpenid;
import fr.badgesiae.api.wallet.openid.OpenidAddresses;
import fr.badgesiae.api.wallet.openid.OpenidParts;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.ShowOpenidOffer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a badge into one of the other wallets: what the copy shows, then the picture to scan and the way on the same phone. */
@Path("/me/badges/{badge}/wallet/app")
@Produces(MediaType.TEXT_HTML)
public final class AppPages {
    private final Platform platform;
    private final ShowOfferable show;
    private final OpenidParts openid;

    AppPages(Platform platform, ShowOfferable show, OpenidParts openid) {
        this.platform = platform;
        this.show = show;
        this.openid = openid;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response form(
            @Context ContainerRequestContext request,
            @PathParam("badge") CredentialId badge,
            @QueryParam("wallet") @DefaultValue("") String wallet) {
        ShowOfferable.Offerable found = show.apply(HolderPrincipal.of(request).holder(), badge);
        Optional<ShareChoices> choices = found.choices();
        String name = choices.map(known -> known.name().name()).orElse(null);
        boolean evidence = choices.filter(ShareChoices::showsEvidence).isPresent();
        return form(request, 200, found, new Sent(wallet(wallet), name, evidence), Errors.none(), null);
    }

    /** What the form sent. */
    private record Sent(OpenidWallet wallet, @Nullable String name, boolean evidence) {}

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.HOLDER)
    public Response offer(
            @Context ContainerRequestContext request,
            @PathParam("badge") CredentialId badge,
            @FormParam("wallet") @DefaultValue("") String wallet,
            @FormParam("name") @Nullable String name,
            @FormParam("evidence") @Nullable String evidence,
            @FormParam("read") @DefaultValue("") String read) {
        HolderId holder = HolderPrincipal.of(request).holder();
        ShowOfferable.Offerable found = show.apply(holder, badge);
        Sent sent = new Sent(wallet(wallet), name, evidence != null);
        Optional<NameChoice> chosen = Arrays.stream(NameChoice.values())
                .filter(known -> known.name().equals(name))
                .findFirst();
        if (chosen.isEmpty()) {
            return form(request, 422, found, sent, Errors.of("name", "wallet.name-missing"), null);
        }
        if (!found.choices().map(ShareChoices::read).equals(Optional.of(read))) {
            return form(request, 409, found, sent, Errors.none(), "CHANGED");
        }
        EditionChoice choice = new EditionChoice(chosen.get(), sent.evidence(), read);
        return openid.offer()
                .apply(holder, badge, new OfferByOpenid.Wish(sent.wallet(), choice, false))
                .fold(new OfferByOpenid.Cases<Response>() {
                    @Override
                    public Response made(OfferByOpenid.Made made) {
                        return platform.pages().seeOther(path(badge) + "/app/" + made.offer());
                    }

                    @Override
                    public Response notMade(OfferToWallet.Problem problem) {
                        return form(request, 409, found, sent, Errors.none(), problem.name());
                    }
                });
    }

    /** The picture to scan, or what became of it. */
    @GET
    @Path("{offer}")
    @Allowed(Permission.HOLDER)
    public Response code(
            @Context ContainerRequestContext request,
            @PathParam("badge") CredentialId badge,
            @PathParam("offer") String offer) {
        HolderId holder = HolderPrincipal.of(request).holder();
        UUID id = Ids.parse(offer);
        ShowOpenidOffer.Shown shown = openid.show().apply(holder, badge, id);
        PageContext context = platform.pages().translated(request).in(shown.zone());
        String words = context.complete().t("wallet.app.tx.description");
        Optional<String> scanned = shown.codes()
                .map(codes -> openid.addresses().offer(shown.organisation(), shown.wallet(), codes.code(), words));
        request.setProperty(SecurityHeaders.FORM_TARGET, OpenidAddresses.SCHEME);
        Code page = new Code(
                path(badge),
                shown.name(),
                shown.wallet(),
                id,
                scanned.map(QrCode::of).orElse(null),
                shown.codes().map(codes -> String.valueOf(codes.txCode())).orElse(""),
                shown.taken());
        return platform.pages().show(context, 200, "wallet/app-code", page);
    }

    /** Opens the wallet on this phone with a code of its own, which stands in no page. */
    @POST
    @Path("{offer}/open")
    @Allowed(Permission.HOLDER)
    public Response open(
            @Context ContainerRequestContext request,
            @PathParam("badge") CredentialId badge,
            @PathParam("offer") String offer) {
        HolderId holder = HolderPrincipal.of(request).holder();
        ShowOpenidOffer.Shown shown = openid.show().apply(holder, badge, Ids.parse(offer));
        ShowOfferable.Offerable found = show.apply(holder, badge);
        return openid.offer()
                .apply(holder, badge, new OfferByOpenid.Wish(shown.wallet(), shown.choice(), true))
                .fold(new OfferByOpenid.Cases<Response>() {
                    @Override
                    public Response made(OfferByOpenid.Made made) {
                        return Response.seeOther(URI.create(openid.addresses()
                                        .offer(
                                                shown.organisation(),
                                                shown.wallet(),
                                                made.codes().code(),
                                                null)))
                                .build();
                    }

                    @Override
                    public Response notMade(OfferToWallet.Problem problem) {
                        Sent sent = new Sent(
                                shown.wallet(),
                                shown.choice().name().name(),
                                shown.choice().evidence());
                        return form(request, 409, found, sent, Errors.none(), problem.name());
                    }
                });
    }

    private Response form(
            ContainerRequestContext request,
            int status,
            ShowOfferable.Offerable found,
            Sent sent,
            Errors errors,
            @Nullable String problem) {
        PageContext context = platform.pages().translated(request).in(found.zone());
        Form page = new Form(
                path(found.badge()),
                found.name(),
                sent.wallet(),
                found.choices().orElse(null),
                sent.name(),
                sent.evidence(),
                errors,
                problem);
        return platform.pages().show(context, status, "wallet/app", page);
    }

    private OpenidWallet wallet(String name) {
        return OpenidWallet.offered(platform.settings()).stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private static String path(CredentialId badge) {
        return "/me/badges/" + badge + "/wallet";
    }

    /**
     * The choice of what the copy shows.
     *
     * @param path of the wallets of the badge
     * @param choices null once the desk has erased its file
     * @param name a {@link NameChoice} as it was sent, or null
     * @param problem the last part of the message, or null
     */
    public record Form(
            String path,
            String badge,
            OpenidWallet wallet,
            @Nullable ShareChoices choices,
            @Nullable String name,
            boolean evidence,
            Errors errors,
            @Nullable String problem)
            implements Translated {
        public Map<String, String> names(PageContext context, ShareChoices known) {
            return NameChoice.options(known.shortName(), known.fullName(), context.t("holder.share.name.none"));
        }
    }

    /**
     * The picture to scan.
     *
     * @param path of the wallets of the badge
     * @param qr null once a wallet used it, and once it has expired
     * @param txCode six digits; empty without a picture
     * @param taken whether a wallet has its copy
     */
    public record Code(
            String path,
            String badge,
            OpenidWallet wallet,
            UUID offer,
            @Nullable QrCode qr,
            String txCode,
            boolean taken)
            implements Translated {
        public String again() {
            return path + "/app?wallet=" + wallet;
        }

        public String openPath() {
            return path + "/app/" + offer + "/open";
        }

        /** The page of the badge, with its copies. */
        public String badgePath() {
            return path.substring(0, path.lastIndexOf('/'));
        }

        /** The digits in two groups. */
        public String digits() {
            return txCode.length() == 6 ? txCode.substring(0, 3) + " " + txCode.substring(3) : txCode;
        }
    }
}
