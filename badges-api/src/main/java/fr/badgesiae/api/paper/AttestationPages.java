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
    private final RecordAttestation record;
    private final DrawBadge draw;
    private final PdfWriter writer;

    AttestationPages(Platform platform, People people, DrawBadge draw, PdfWriter writer) {
        this.platform = platform;
        this.list = new ListAccepted(platform, people);
        this.record = new RecordAttestation(platform);
        this.draw = draw;
        this.writer = writer;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Allowed(Permission.PRINT)
    public Response show(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        Principal by = Principal.of(request);
        return show(request, by, list.apply(by, id));
    }

    private Response show(ContainerRequestContext request, Principal by, ListAccepted.Accepted accepted) {
        return platform.pages().show(request, "paper/attest", attestation(by, accepted));
    }

    /** POST, since it leaves an audit line. */
    @POST
    @Produces({MediaType.TEXT_HTML, PDF})
    @Allowed(Permission.PRINT)
    public Response write(@Context ContainerRequestContext request, @PathParam("worker") PersonId id) {
        Principal by = Principal.of(request);
        ListAccepted.Accepted accepted = list.apply(by, id);
        if (accepted.documents().isEmpty()) {
            return show(request, by, accepted);
        }
        PageContext context = platform.pages().context(request);
        byte[] pdf = writer.apply(
                Client.of(request).network(),
                () -> new PdfWriter.Contents(
                        html(context, printed(by, accepted)), attached(accepted.documents(), context)));
        record.apply(by, id); // once it exists, and before anyone has it
        return new BadgeFile(pdf, PDF, "attestation.pdf").response();
    }

    private String html(PageContext context, Printed page) {
        return new String(platform.pages().bytes(context, "paper/attestation", page), StandardCharsets.UTF_8);
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
        return new Attestation(
                "/app/workers/" + accepted.person().id(),
                accepted.person().fullName(),
                by.place(),
                accepted.startsOn(),
                accepted.endsOn(),
                accepted.documents().stream()
                        .map(document -> Written.of(document, platform.settings(), by.zone())
                                .card())
                        .toList(),
                accepted.more());
    }

    private Printed printed(Principal by, ListAccepted.Accepted accepted) {
        Attestation page = attestation(by, accepted);
        String verify = platform.settings().url("/verify");
        return new Printed(
                page,
                page.badges().stream()
                        .map(card -> new Held(card, draw.picture(card)))
                        .toList(),
                by.zone().day(platform.clock().instant()),
                verify,
                DrawBadge.qr(verify));
    }

    /**
     * The badges that a person accepted.
     *
     * @param path of the person
     * @param organisation its public name
     * @param startsOn first day of the last pathway that has begun; null without one
     * @param endsOn its last day; null without a known end
     * @param more whether there are older badges than these
     */
    public record Attestation(
            String path,
            String person,
            String organisation,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            List<BadgeCard> badges,
            boolean more) {}

    /** One badge, as it was accepted. */
    public record Held(BadgeCard card, @Nullable String picture) {}

    /**
     * The same on paper.
     *
     * @param on the day of the document
     * @param verify the address where the file is verified
     * @param qr leads there
     */
    public record Printed(Attestation of, List<Held> badges, LocalDate on, String verify, String qr) {}
}
