package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.document.BadgeFile;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Translated;
import fr.badgesiae.api.platform.web.SecurityHeaders;
import fr.badgesiae.api.verification.Banner;
import fr.badgesiae.api.verification.Reports;
import fr.badgesiae.api.verification.SafeLink;
import fr.badgesiae.api.verification.VerifyPages;
import fr.badgesiae.verifier.VerificationReport;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One badge from elsewhere: whole, with its verdict of now, to keep, to take as a file, to remove. */
@Path("/me/imported/{imported}")
@Produces(MediaType.TEXT_HTML)
public final class ImportedBadgePages {
    private final Platform platform;
    private final FindImported find;
    private final ShowImported show;
    private final KeepBadge keep;
    private final RemoveBadge remove;
    private final Reports reports;

    public ImportedBadgePages(
            Platform platform,
            FindImported find,
            ShowImported show,
            KeepBadge keep,
            RemoveBadge remove,
            Reports reports) {
        this.platform = platform;
        this.find = find;
        this.show = show;
        this.keep = keep;
        this.remove = remove;
        this.reports = reports;
    }

    @GET
    @Allowed(Permission.HOLDER)
    public Response badge(@Context ContainerRequestContext request, @PathParam("imported") ImportedId id) {
        return show(request, 200, id.value(), Errors.none());
    }

    @POST
    @Path("/keep")
    @Allowed(Permission.HOLDER)
    public Response keep(@Context ContainerRequestContext request, @PathParam("imported") ImportedId id) {
        KeepBadge.Outcome outcome = keep.apply(holder(request), id.value());
        String path = "/me/imported/" + outcome.badge();
        return switch (outcome.result()) {
            case KEPT -> platform.pages().seeOther(path, "holder.done.imported-kept");
            case REPLACED -> platform.pages().seeOther(path, "holder.done.imported-replaced");
            case OLDER -> platform.pages().seeOther(path, "holder.done.imported-older");
            case FULL -> show(request, 422, outcome.badge(), Errors.of("", "holder.imported.full", KeepBadge.MOST));
            case HEAVY -> show(request, 422, outcome.badge(), Errors.of("", "holder.imported.heavy"));
        };
    }

    @GET
    @Path("/remove")
    @Allowed(Permission.HOLDER)
    public Response ask(@Context ContainerRequestContext request, @PathParam("imported") ImportedId id) {
        ImportedBadge badge = find.apply(holder(request), id.value()).badge();
        return platform.pages().show(request, "holder/imported-remove", new Question(badge.path(), badge.facts()));
    }

    @POST
    @Path("/remove")
    @Allowed(Permission.HOLDER)
    public Response remove(@Context ContainerRequestContext request, @PathParam("imported") ImportedId id) {
        boolean kept = remove.apply(holder(request), id.value());
        return kept
                ? platform.pages().seeOther("/me/imported", "holder.done.imported-removed")
                : platform.pages().seeOther("/me/imported");
    }

    /** The bytes as they were brought, to be kept and never shown: they may be anything. */
    @GET
    @Path("/file")
    @Produces(MediaType.WILDCARD)
    @Allowed(Permission.HOLDER)
    public Response file(@Context ContainerRequestContext request, @PathParam("imported") ImportedId id) {
        FindImported.Found found = find.apply(holder(request), id.value());
        ImportedForm form = found.row().form();
        return new BadgeFile(found.file(), form.type(), "badge-ailleurs." + form.extension()).response();
    }

    private Response show(ContainerRequestContext request, int status, UUID id, Errors errors) {
        ShowImported.Shown shown = show.apply(holder(request), id);
        PageContext context = platform.pages().context(request);
        VerificationReport report = shown.report();
        VerifyPages.Report.BadgeReport judged = report == null
                ? null
                : reports.page(List.of(report), context).badges().get(0);
        if (judged != null && judged.card() != null && judged.card().image() != null) {
            request.setProperty(SecurityHeaders.EMBEDDED_IMAGES, true);
        }
        ImportedBadge badge = shown.badge();
        Detail page = new Detail(
                badge,
                shown.pending(),
                judged == null || shown.stands() ? badge.banner() : judged.banner(),
                judged == null || shown.stands() ? null : judged.meaning(),
                judged,
                shown.stands(),
                shown.recipient(),
                report == null ? null : SafeLink.of(report.issuer().id()),
                errors);
        return platform.pages().show(context, status, "holder/imported", page);
    }

    private static HolderId holder(ContainerRequestContext request) {
        return HolderPrincipal.of(request).holder();
    }

    /**
     * A badge from elsewhere.
     *
     * @param pending whether its holder is asked whether to keep it
     * @param banner of now, or of the last answer
     * @param meaning of the banner; null for the last answer
     * @param report of now, or null
     * @param stands whether the last answer stands, because there is none now
     * @param issuer the address of its issuer, or null
     */
    public record Detail(
            ImportedBadge badge,
            boolean pending,
            Banner banner,
            @Nullable String meaning,
            VerifyPages.Report.@Nullable BadgeReport report,
            boolean stands,
            Recipient recipient,
            @Nullable SafeLink issuer,
            Errors errors) {
        /** The heading. */
        public String name(PageContext context) {
            String name = badge.facts().name();
            return name == null ? context.t("holder.imported.unnamed") : name;
        }
    }

    /** The question before a badge is removed. */
    public record Question(String path, ImportedFacts facts) implements Translated {}
}
