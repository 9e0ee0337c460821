package fr.badgesiae.api.bulk.life;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.edition.EditionModule;
import fr.badgesiae.api.offer.OfferModule;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pages of an act on several badges of the list: what it would do to each, then what it did. */
@Path("/app/credentials/several")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class LifePages {
    private final Pages pages;
    private final PreviewSeveral preview;
    private final ActOnSeveral act;

    LifePages(Pages pages, PreviewSeveral preview, ActOnSeveral act) {
        this.pages = pages;
        this.preview = preview;
        this.act = act;
    }

    public static LifePages of(
            Platform platform, CredentialModule credentials, EditionModule editions, OfferModule offers) {
        PreviewSeveral preview = new PreviewSeveral(platform.database(), platform.clock());
        return new LifePages(
                platform.pages(),
                preview,
                new ActOnSeveral(
                        preview, editions.pause(), editions.resume(), credentials.revokeAtDesk(), offers.offer()));
    }

    /**
     * One badge and what the act does to it.
     *
     * @param changed leads to the version in which a renewal would offer the badge; null unless it is another than before
     */
    public record Line(
            CredentialId id,
            String badge,
            String person,
            LifeOutcome outcome,
            @Nullable String changed) {
        static Line of(LifeAct act, PreviewSeveral.Line line) {
            boolean changed = act == LifeAct.RENEW && line.row().changed();
            return new Line(
                    line.id(),
                    line.badge(),
                    line.person(),
                    line.outcome(),
                    changed ? "/app/badges/" + line.row().achievementId() : null);
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
     */
    public record SeveralPage(
            @Nullable LifeAct act,
            List<Line> lines,
            @Nullable String reason,
            String note,
            Errors errors) {
        public long acting() {
            return lines.stream()
                    .filter(line -> line.outcome() == LifeOutcome.DONE)
                    .count();
        }

        /** The reasons for this act, each with what the public reads. */
        public Map<String, String> reasons(PageContext context) {
            Map<String, String> reasons = new LinkedHashMap<>();
            SeveralForm.reasons(act).forEach(reason -> {
                String own = reason.isPause() ? "credential.pause.reason." : "credential.revoke.reason.";
                reasons.put(
                        reason.name(),
                        context.t(
                                "credential.revoke.public",
                                context.t(own + reason),
                                context.t("credential.reason." + reason)));
            });
            return reasons;
        }
    }

    /** What was done to each badge. */
    public record SeveralDonePage(LifeAct act, List<Line> lines) {
        public long done() {
            return lines.stream()
                    .filter(line -> line.outcome() == LifeOutcome.DONE)
                    .count();
        }
    }

    @POST
    @Allowed(Permission.REVOKE)
    public Response ask(@Context ContainerRequestContext request, MultivaluedMap<String, String> typed) {
        SeveralForm form = form(request, typed);
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
                        new ActOnSeveral.Order(chosen, form.chosen().orElse(null), form.note()),
                        form.badges())
                .stream()
                .map(done -> new Line(done.id(), done.badge(), done.person(), done.outcome(), null))
                .toList();
        return pages.show(request, "credential/several-done", new SeveralDonePage(chosen, lines));
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
        LifeAct chosen = form.act().orElse(null);
        List<Line> lines = chosen == null || !form.choice().isEmpty()
                ? List.of()
                : preview.apply(Principal.of(request).organisation(), chosen, form.badges()).stream()
                        .map(line -> Line.of(chosen, line))
                        .toList();
        return pages.show(
                request,
                status,
                "credential/several",
                new SeveralPage(chosen, lines, form.reason(), form.note(), errors));
    }

    /** The form of an act on several badges. */
    record SeveralForm(
            Optional<LifeAct> act,
            List<CredentialId> badges,
            @Nullable String reason,
            String note,
            boolean sure) {
        /** The most badges of one request. */
        static final int MOST = 200;

        private static final int MOST_OF_NOTE = 1000;

        static SeveralForm of(MultivaluedMap<String, String> typed) {
            return new SeveralForm(
                    LifeAct.of(typed.getFirst("act")),
                    Optional.ofNullable(typed.get("badge")).orElse(List.of()).stream()
                            .flatMap(SeveralForm::id)
                            .distinct()
                            .toList(),
                    typed.getFirst("reason"),
                    Optional.ofNullable(typed.getFirst("note")).orElse("").strip(),
                    typed.getFirst("sure") != null);
        }

        private static Stream<CredentialId> id(String typed) {
            try {
                return Stream.of(CredentialId.parse(typed));
            } catch (IllegalArgumentException notAnId) {
                return Stream.empty();
            }
        }

        static List<PublicReason> reasons(@Nullable LifeAct act) {
            return act == null
                    ? List.of()
                    : Arrays.stream(PublicReason.values())
                            .filter(reason -> (act == LifeAct.PAUSE && reason.isPause())
                                    || (act == LifeAct.REVOKE && reason.atDesk()))
                            .toList();
        }

        Optional<PublicReason> chosen() {
            return reasons(act.orElse(null)).stream()
                    .filter(one -> one.name().equals(reason))
                    .findFirst();
        }

        /** What is missing of the badges and the act. */
        Errors choice() {
            Errors errors = Errors.none();
            if (act.isEmpty()) {
                errors = errors.with("", "credential.several.act-missing");
            }
            if (badges.isEmpty()) {
                errors = errors.with("", "credential.several.none");
            }
            return badges.size() > MOST ? errors.with("", "credential.several.too-many", MOST) : errors;
        }

        Errors check() {
            Errors errors = choice();
            if (!errors.isEmpty()) {
                return errors;
            }
            boolean reasoned = act.filter(LifeAct::hasReason).isPresent();
            if (reasoned && chosen().isEmpty()) {
                errors = errors.with("reason", "credential.revoke.reason-missing");
            }
            if (note.length() > MOST_OF_NOTE) {
                errors = errors.with("note", "credential.revoke.note-long", MOST_OF_NOTE);
            }
            return act.get() == LifeAct.REVOKE && !sure
                    ? errors.with("sure", "credential.revoke.sure-missing")
                    : errors;
        }
    }
}
