package fr.badgesiae.api.paper;

import fr.badgesiae.api.document.BadgeFile;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.pdf.Attachment;
import fr.badgesiae.api.platform.pdf.PdfWriter;
import fr.badgesiae.api.verification.BadgeCard;
import fr.badgesiae.api.verification.Written;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attestation of a person's badges, at the end of their pathway: what it will say, and the document. */
@Path("/app/workers/{worker}/attestation")
public final class AttestationPages {
    private static final String PDF = "application/pdf";

    private final Platform platform;
    private final ListAccepted list;
    private final DrawBadge draw;
    private final PdfWriter writer;

    AttestationPages(Platform platform, People people, DrawBadge draw, PdfWriter writer) {
        this.platform = platform;
        this.list = new ListAccepted(platform, people);
        this.draw = draw;
        this.writer = writer;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Allowed(Permission.DESK)
    public Response show(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        Principal by = Principal.of(request);
        return show(request, by, list.apply(by, id, false));
    }

    private Response show(ContainerRequestContext request, Principal by, ListAccepted.Accepted accepted) {
        return platform.pages().show(request, "paper/attest", attestation(by, accepted));
    }

    /** POST, since it leaves an audit line. */
    @POST
    @Produces({MediaType.TEXT_HTML, PDF})
    @Allowed(Permission.DESK)
    public Response write(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        Principal by = Principal.of(request);
        ListAccepted.Accepted accepted = list.apply(by, id, true);
        if (accepted.documents().isEmpty()) {
            return show(request, by, accepted);
        }
        PageContext context = platform.pages().context(request);
        Attestation page = attestation(by, accepted);
        byte[] pdf = writer.apply(
                Client.of(request).network(),
                () -> new String(platform.pages().bytes(context, "paper/attestation", page), StandardCharsets.UTF_8),
                attached(accepted.documents(), context));
        return new BadgeFile(pdf, PDF, "attestation.pdf").response();
    }

    private List<Attachment> attached(List<String> documents, PageContext context) {
        Instant now = platform.clock().instant();
        List<Attachment> attachments = new ArrayList<>();
        for (String document : documents) {
            BadgeFile signed = BadgeFile.json(document);
            int place = attachments.size() + 1;
            attachments.add(new Attachment(
                    (place < 10 ? "0" : "") + place + "-" + signed.name(),
                    signed.type(),
                    signed.content(),
                    context.t("paper.attached"),
                    now));
        }
        return attachments;
    }

    private Attestation attestation(Principal by, ListAccepted.Accepted accepted) {
        LocalDate today = by.zone().day(platform.clock().instant());
        String verify = platform.settings().url("/verify");
        return new Attestation(
                "/app/workers/" + accepted.person().id(),
                accepted.person().fullName(),
                by.place(),
                accepted.startsOn(),
                accepted.endsOn(),
                accepted.documents().stream()
                        .map(document -> held(document, by))
                        .toList(),
                today,
                verify,
                DrawBadge.qr(verify));
    }

    private Held held(String document, Principal by) {
        BadgeCard card = Written.of(document, platform.settings(), by.zone()).card();
        return new Held(card, draw.picture(card));
    }

    /** One badge, as it was accepted. */
    public record Held(BadgeCard card, @Nullable String picture) {}

    /**
     * The badges that a person accepted.
     *
     * @param path of the person
     * @param organisation its public name
     * @param startsOn first day of the last pathway; null without a pathway
     * @param endsOn its last day; null without a known end
     * @param on the day of the document
     * @param verify the address where the file is verified
     * @param qr leads there
     */
    public record Attestation(
            String path,
            String person,
            String organisation,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            List<Held> badges,
            LocalDate on,
            String verify,
            String qr) {
        /** Whether the pathway is over on the day of the document. */
        public boolean ended() {
            return endsOn != null && !endsOn.isAfter(on);
        }
    }
}
