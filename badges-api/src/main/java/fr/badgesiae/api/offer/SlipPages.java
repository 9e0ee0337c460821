package fr.badgesiae.api.offer;

import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.notice.ShowNotice;
import fr.badgesiae.api.person.sheet.InformationSheet;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.i18n.Languages;
import fr.badgesiae.api.platform.qr.QrCode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The ways of an offer to its worker: a slip on paper, the same in large, the device itself. */
@Path("/app/offers")
@Produces(MediaType.TEXT_HTML)
public final class SlipPages {
    private final Platform platform;
    private final PrintSlip print;
    private final ShowNotice notice;
    private final HandOverDevice handOver;
    private final Sessions sessions;

    SlipPages(Platform platform, PrintSlip print, ShowNotice notice, HandOverDevice handOver, Sessions sessions) {
        this.platform = platform;
        this.print = print;
        this.notice = notice;
        this.handOver = handOver;
        this.sessions = sessions;
    }

    /** POST, since it shows secrets and leaves an audit line each time. */
    @POST
    @Path("/{offer}/slip")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.PRINT)
    public Response print(
            @Context ContainerRequestContext request,
            @PathParam("offer") OfferId id,
            @FormParam("large") @DefaultValue("") String large,
            @FormParam("sheet") @DefaultValue("") String sheet,
            @FormParam("also") @DefaultValue("") String also) {
        Principal by = Principal.of(request);
        PrintSlip.Slip slip = print.apply(by.organisation(), by.account(), id);
        Person person = slip.offer().person();
        boolean withSheet = !sheet.isEmpty()
                || (large.isEmpty() && by.zone().today(platform.clock()).equals(person.noticeGivenOn()));
        InformationSheet information = withSheet
                ? notice.apply(by.organisation(), person.id(), Languages.of(request))
                        .sheet()
                : null;
        return platform.pages()
                .show(
                        request,
                        "offer/slip",
                        page(slip, follower(slip.offer(), by.name()), !large.isEmpty(), also, information));
    }

    @POST
    @Path("/{offer}/in-person")
    @Allowed(Permission.AWARD)
    public Response pass(@Context ContainerRequestContext request, @PathParam("offer") OfferId id) {
        Principal by = Principal.of(request);
        handOver.apply(by.organisation(), by.account(), id);
        sessions.sleep(by, id.value());
        // A claim that is still open on this device must not stand in front of this one.
        NewCookie[] cookies = sessions.closeClaim(request).toArray(new NewCookie[0]);
        return Response.fromResponse(platform.pages().seeOther("/claim/badge"))
                .cookie(cookies)
                .build();
    }

    /** Whoever follows the offer, whoever prints it. */
    private static String follower(Offer offer, String printing) {
        return offer.follower().isEmpty() ? printing : offer.follower();
    }

    private Sheet page(
            PrintSlip.Slip slip, String member, boolean large, String also, @Nullable InformationSheet information) {
        Offer offer = slip.offer();
        String code = slip.secrets().code().grouped();
        return new Sheet(
                large,
                also,
                offer.achievement().name(),
                offer.achievement().imageUrl(),
                offer.person().fullName(),
                offer.person().shortName(),
                new Sheet.Desk(
                        slip.organisation().publicName(), slip.organisation().publicPhone(), member),
                code,
                slip.secrets().pin().substring(0, 3) + "\u00a0"
                        + slip.secrets().pin().substring(3),
                platform.settings().publicUrl().getRawAuthority() + "/claim",
                QrCode.of(platform.settings().url("/claim/" + code)),
                offer.endsAt(),
                "/app/offers/" + offer.id(),
                information);
    }

    /**
     * A slip in clear: two parts to cut, or {@code large} to copy by hand.
     *
     * @param also the tag of the language beside French; any other text is none
     * @param workerName first and last name, on the part with the number
     * @param shortName first name and initial, on the part with the PIN
     * @param information the information sheet on a page of its own; null unless it was given today, or is asked for
     */
    public record Sheet(
            boolean large,
            String also,
            String badge,
            String imageUrl,
            String workerName,
            String shortName,
            SlipPages.Sheet.Desk desk,
            String code,
            String pin,
            String address,
            QrCode qr,
            Instant ends,
            String back,
            @Nullable InformationSheet information) {

        /**
         * Where the slip comes from.
         *
         * @param phone null when the organisation has given none
         * @param member who follows the offer
         */
        public record Desk(String organisation, @Nullable String phone, String member) {}
    }
}
