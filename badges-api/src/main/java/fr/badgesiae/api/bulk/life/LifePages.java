package fr.badgesiae.api.bulk.life;

import fr.badgesiae.api.achievement.form.AchievementDifferences;
import fr.badgesiae.api.achievement.form.AchievementForm;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.credential.ListCredentials;
import fr.badgesiae.api.credential.PublicReason.ReasonForm;
import fr.badgesiae.api.edition.EditionModule;
import fr.badgesiae.api.offer.OfferModule;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Difference;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.platform.table.Sort;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of an act on several badges of the list: what it would do to each, then what it did. */
@Path("/app/credentials/several")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class LifePages {
    private final Pages pages;
    private final PreviewSeveral preview;
    private final ActOnSeveral act;
    private final ListCredentials list;
    private final ListTexts texts;

    LifePages(Pages pages, PreviewSeveral preview, ActOnSeveral act, ListCredentials list, ListTexts texts) {
        this.pages = pages;
        this.preview = preview;
        this.act = act;
        this.list = list;
        this.texts = texts;
    }

    public static LifePages of(
            Platform platform, CredentialModule credentials, EditionModule editions, OfferModule offers) {
        PreviewSeveral preview = new PreviewSeveral(platform.database(), platform.clock());
        return new LifePages(
                platform.pages(),
                preview,
                new ActOnSeveral(
                        preview,
                        editions.pause(),
                        editions.resume(),
                        credentials.revokeAtDesk(),
                        offers.offer(),
                        editions.replaceText()),
                new ListCredentials(platform.database(), platform.clock(), SeveralForm.MOST),
                new ListTexts(platform.database(), platform.clock()));
    }

    /**
     * One badge and what the act does to it.
     *
     * @param changed leads to the version in which a renewal would offer the badge; null unless it is another than before
     * @param text the badge with the version that would replace its text, or null
     */
    public record Line(
            CredentialId id,
            String badge,
            String person,
            LifeOutcome outcome,
            @Nullable String changed,
            @Nullable String text) {
        static Line of(LifeAct act, PreviewSeveral.Line line) {
            boolean changed = act == LifeAct.RENEW && line.row().changed();
            return new Line(
                    line.id(),
                    line.badge(),
                    line.person(),
                    line.outcome(),
                    changed ? "/app/badges/" + line.row().achievementId() : null,
                    act == LifeAct.REPLACE && line.outcome() == LifeOutcome.DONE
                            ? line.id() + "." + line.row().version()
                            : null);
        }

        public String path() {
            return "/app/credentials/" + id;
        }
    }

    /**
     * What an act would do to each badge.
     *
     * @param act null where none was chosen
     * @param reason the chosen reason, or null
     * @param texts that would replace earlier ones
     * @param next the part of the list that follows, or null
     */
    public record SeveralPage(
            @Nullable LifeAct act,
            List<Line> lines,
            @Nullable String reason,
            String note,
            List<Text> texts,
            SeveralForm.@Nullable Listed next,
            Errors errors) {
        public long acting() {
            return lines.stream()
                    .filter(line -> line.outcome() == LifeOutcome.DONE)
                    .count();
        }

        /** The reasons for this act, each with what the public reads. */
        public Map<String, String> reasons(PageContext context) {
            return ReasonForm.options(context, reason -> SeveralForm.offered(act, reason));
        }
    }

    /**
     * A text that would replace an earlier one.
     *
     * @param from, to versions of the badge
     */
    public record Text(String badge, int from, int to, List<Difference> differences) {
        static Text of(PageContext context, ListTexts.TextChange change) {
            return new Text(
                    change.badge(),
                    change.from(),
                    change.to(),
                    AchievementDifferences.of(
                            context, AchievementForm.of(change.before()), AchievementForm.of(change.after())));
        }
    }

    /**
     * What was done to each badge.
     *
     * @param next the part of the list that follows, or null
     */
    public record SeveralDonePage(LifeAct act, List<Line> lines, SeveralForm.@Nullable Listed next) {
        public long done() {
            return lines.stream()
                    .filter(line -> line.outcome() == LifeOutcome.DONE)
                    .count();
        }
    }

    @POST
    @Allowed(Permission.REVOKE)
    public Response ask(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        SeveralForm form = chosen(request, form(request, typed));
        Errors errors = form.choice();
        return preview(request, errors.isEmpty() ? 200 : 422, form, errors);
    }

    @POST
    @Path("/do")
    @Allowed(Permission.REVOKE)
    public Response act(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        SeveralForm form = form(request, typed);
        Errors errors = form.check();
        if (!errors.isEmpty()) {
            return preview(request, 422, form, errors);
        }
        Principal by = Principal.of(request);
        LifeAct chosen = form.act().orElseThrow();
        List<Line> lines = act
                .apply(
                        by.organisation(),
                        by.account(),
                        new ActOnSeveral.Order(
                                chosen, form.chosen().orElse(null), form.about().note(), form.texts()),
                        form.badges())
                .stream()
                .map(done -> new Line(done.id(), done.badge(), done.person(), done.outcome(), null, null))
                .toList();
        return pages.show(
                request,
                "credential/several-done",
                new SeveralDonePage(chosen, lines, form.listed().orElse(null)));
    }

    /** A renewal offers a badge: it needs the right to award beside that to revoke. */
    private static SeveralForm form(ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        SeveralForm form = SeveralForm.of(typed);
        if (form.act().filter(LifeAct.RENEW::equals).isPresent()
                && !Principal.of(request).may(Permission.AWARD)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Your rights do not include this.");
        }
        return form;
    }

    private Response preview(ContainerRequestContext request, int status, SeveralForm form, Errors errors) {
        OrganisationId organisation = Principal.of(request).organisation();
        LifeAct chosen = form.act().orElse(null);
        List<Line> lines = List.of();
        List<Text> texts = List.of();
        if (chosen != null && form.choice().isEmpty()) {
            lines = preview.apply(organisation, chosen, form.badges()).stream()
                    .map(line -> Line.of(chosen, line))
                    .toList();
            texts = chosen == LifeAct.REPLACE ? texts(request, form.badges()) : List.of();
        }
        return pages.show(
                request,
                status,
                "credential/several",
                new SeveralPage(
                        chosen,
                        lines,
                        form.about().reason(),
                        form.about().note(),
                        texts,
                        form.listed().orElse(null),
                        errors));
    }

    private List<Text> texts(ContainerRequestContext request, List<CredentialId> badges) {
        PageContext context = pages.context(request);
        return texts.apply(Principal.of(request).organisation(), badges).stream()
                .map(change -> Text.of(context, change))
                .toList();
    }

    /** The ticked badges, or the next part of the list, whose following part then stands in the form. */
    private SeveralForm chosen(ContainerRequestContext request, SeveralForm form) {
        SeveralForm.Listed listed = form.listed().orElse(null);
        if (listed == null) {
            return form;
        }
        ListCredentials.Found found = list.apply(
                Principal.of(request).organisation(),
                ListCredentials.Filter.of(listed.state(), listed.worker(), listed.badge()),
                Sort.of(listed.sort(), ListCredentials.NEWEST_FIRST),
                SeveralForm.id(listed.after()).findFirst().orElse(null));
        return new SeveralForm(
                form.act(),
                found.lines().stream().map(line -> new CredentialId(line.id())).toList(),
                form.about(),
                form.sure(),
                form.same(),
                form.texts(),
                found.next().map(listed::after));
    }
}
