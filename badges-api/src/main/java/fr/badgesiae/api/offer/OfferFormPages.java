package fr.badgesiae.api.offer;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.offer.asked.AskedBadges;
import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.offer.begin.Beginning;
import fr.badgesiae.api.offer.renewal.FindRenewed;
import fr.badgesiae.api.offer.renewal.Renewals;
import fr.badgesiae.api.offer.text.TypedOffer;
import fr.badgesiae.api.offer.text.TypedProof;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.notice.NoticeDay;
import fr.badgesiae.api.person.notice.RecordNotice;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.auth.Allowed;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import fr.badgesiae.api.platform.i18n.Languages;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.verification.BadgeCard;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of an offer: choose, write, preview the credential, offer. */
@Path("/app/offers")
@Produces(MediaType.TEXT_HTML)
public final class OfferFormPages {
    private final Platform platform;
    private final ListOfferChoices choices;
    private final PreviewOffer preview;
    private final OfferBadge offer;
    private final RecordNotice record;
    private final FindRenewed renewals;
    private final AskedBadges asked;

    OfferFormPages(
            Platform platform,
            ListOfferChoices choices,
            PreviewOffer preview,
            OfferBadge offer,
            RecordNotice record,
            AskedBadges asked) {
        this.platform = platform;
        this.choices = choices;
        this.preview = preview;
        this.offer = offer;
        this.record = record;
        this.renewals = new FindRenewed(platform.database(), platform.clock());
        this.asked = asked;
    }

    @GET
    @Path("/new")
    @Allowed(Permission.AWARD)
    public Response blank(
            @Context ContainerRequestContext request,
            @QueryParam("worker") @Nullable PersonId person,
            @QueryParam("badge") @Nullable AchievementId badge,
            @QueryParam("renews") @Nullable CredentialId renews,
            @QueryParam("seen") @Nullable String seen,
            @QueryParam("request") @Nullable RequestId wanted) {
        if (renews != null) {
            return renewal(request, renews);
        }
        Beginning begun = wanted == null
                ? Beginning.chosen(person, badge, seen == null ? "" : null)
                : Beginning.wanted(asked, Principal.of(request).organisation(), wanted);
        return begun(request, begun);
    }

    private Response begun(ContainerRequestContext request, Beginning begun) {
        ListOfferChoices.Choices found = choices.apply(
                        Principal.of(request).organisation(), Optional.ofNullable(begun.person()), begun.drafted())
                .requireNotPaused();
        return form(request, 200, found, begun.typed(found.version(begun.badge()), found.draft()), Errors.none());
    }

    /** The form with the words of a badge that is renewed; leads to the offer where one renews it already. */
    private Response renewal(ContainerRequestContext request, CredentialId badge) {
        requireRenewal(Principal.of(request));
        Renewals.Renewed renewed = renewals.apply(Principal.of(request).organisation(), badge);
        return renewed.openOffer() == null
                ? begun(request, Beginning.renewal(badge, renewed))
                : platform.pages().seeOther("/app/offers/" + renewed.openOffer());
    }

    /** Renewing takes a badge out of force: it needs the right to revoke beside that to award. */
    private static void requireRenewal(Principal by) {
        if (!by.may(Permission.REVOKE)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Your rights do not include this.");
        }
    }

    private static TypedOffer typed(ContainerRequestContext request, MultivaluedMap<String, String> form) {
        TypedOffer typed = TypedOffer.of(form);
        if (typed.renewed() != null) {
            requireRenewal(Principal.of(request));
        }
        return typed;
    }

    /** The form again after the preview, as typed. */
    @POST
    @Path("/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response edit(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        TypedOffer typed = typed(request, form);
        if (!TypedProof.isAsked(form)) {
            return form(request, 200, typed, Errors.none());
        }
        TypedProof proof = TypedProof.of(form);
        Errors errors = proof.errors();
        if (!errors.isEmpty()) {
            return form(request, 422, choices(request, typed), typed, proof, errors);
        }
        String text = proof.addTo(typed.evidence(), platform.pages().messages(), Languages.of(request));
        return form(request, 200, typed.proved(text), Errors.none());
    }

    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response preview(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        return preview(request, 200, typed(request, form), NoticeDay.blank(), Errors.none());
    }

    private Response preview(
            ContainerRequestContext request, int status, TypedOffer typed, NoticeDay sheet, Errors sheetErrors) {
        Errors missing = typed.missing();
        if (!missing.isEmpty()) {
            return form(request, 422, typed, missing);
        }
        return preview.apply(Principal.of(request), typed.request()).fold(new PreviewOffer.Cases<>() {
            @Override
            public Response previewed(PreviewOffer.Previewed previewed) {
                return platform.pages()
                        .show(
                                request,
                                status,
                                "offer/preview",
                                Preview.of(
                                        typed,
                                        previewed,
                                        Principal.of(request),
                                        platform.settings(),
                                        sheet,
                                        sheetErrors));
            }

            @Override
            public Response refused(Errors errors) {
                return form(request, 422, typed, errors);
            }
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Permission.AWARD)
    public Response offer(@Context ContainerRequestContext request, MultivaluedMap<String, String> form) {
        TypedOffer typed = typed(request, form);
        Errors missing = typed.missing();
        if (!missing.isEmpty()) {
            return form(request, 422, typed, missing);
        }
        Principal by = Principal.of(request);
        NoticeDay sheet = NoticeDay.of(form);
        if (!sheet.isBlank()) {
            Errors errors = record.apply(by, typed.request().person(), sheet, Languages.of(request));
            if (!errors.isEmpty()) {
                return preview(request, 422, typed, sheet, errors);
            }
        }
        return offer.apply(by.organisation(), by.account(), typed.request(), typed.renewed())
                .fold(new OfferBadge.Cases<>() {
                    @Override
                    public Response offered(OfferId made) {
                        return platform.pages().seeOther("/app/offers/" + made, "award.done.offered");
                    }

                    @Override
                    public Response refused(Errors errors) {
                        return form(request, 422, typed, errors);
                    }

                    @Override
                    public Response sheetMissing() {
                        Errors asked = Errors.of("noticeDay", "worker.error.notice-day");
                        return preview(request, 422, typed, sheet, asked);
                    }
                });
    }

    private Response form(ContainerRequestContext request, int status, TypedOffer typed, Errors errors) {
        return form(request, status, choices(request, typed), typed, errors);
    }

    private ListOfferChoices.Choices choices(ContainerRequestContext request, TypedOffer typed) {
        Optional<PersonId> chosen =
                typed.person().isEmpty() ? Optional.empty() : Optional.of(PersonId.fromString(typed.person()));
        return choices.apply(Principal.of(request).organisation(), chosen);
    }

    private Response form(
            ContainerRequestContext request,
            int status,
            ListOfferChoices.Choices found,
            TypedOffer typed,
            Errors errors) {
        return form(request, status, found, typed, TypedProof.BLANK, errors);
    }

    private Response form(
            ContainerRequestContext request,
            int status,
            ListOfferChoices.Choices found,
            TypedOffer typed,
            TypedProof proof,
            Errors errors) {
        Map<String, String> badges = new LinkedHashMap<>();
        found.badges().forEach(choice -> badges.put(choice.id().toString(), choice.name()));
        return platform.pages()
                .show(request, status, "offer/form", new Form(found.people(), badges, typed, proof, errors));
    }

    /** The form of a new offer: people and badges to choose from, by id, and the form as typed. */
    public record Form(
            List<ListOfferChoices.PersonChoice> people,
            Map<String, String> badges,
            TypedOffer typed,
            TypedProof proof,
            Errors errors) {
        public Form {
            people = List.copyOf(people);
        }

        /** The names by id; people of one name are told apart by when their file was made. */
        public Map<String, String> names(PageContext context) {
            Map<String, String> names = new LinkedHashMap<>();
            people.forEach(choice -> {
                Instant created = choice.created();
                String name = created == null
                        ? choice.name()
                        : context.t("award.form.homonym", choice.name(), context.dateTime(created));
                names.put(choice.id().toString(), name);
            });
            return names;
        }

        /** The options, after a first one that chooses nothing. */
        public static Map<String, String> withBlank(Map<String, String> options, String blank) {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("", blank);
            all.putAll(options);
            return all;
        }
    }

    /**
     * The credential and the text, before the offer is made.
     *
     * @param typed carried on to the offer
     * @param card of the credential
     * @param organisation the issuer's name as signed
     * @param town of the organisation, or empty
     * @param issuerPath its public page
     * @param json the unsigned credential, indented
     * @param asksSheet whether the information sheet must be given first
     * @param sheet the day of the sheet as typed
     * @param errors of that day
     * @param twin an offer of the same badge to the same person, or null
     */
    public record Preview(
            TypedOffer typed,
            String workerName,
            BadgeCard card,
            String organisation,
            String town,
            String issuerPath,
            String json,
            boolean asksSheet,
            NoticeDay sheet,
            Errors errors,
            PreviewOffer.@Nullable Twin twin) {
        static Preview of(
                TypedOffer typed,
                PreviewOffer.Previewed previewed,
                Principal by,
                Settings settings,
                NoticeDay sheet,
                Errors errors) {
            return new Preview(
                    typed,
                    previewed.workerName(),
                    BadgeCard.written(previewed.credential(), settings, by.zone()),
                    previewed.credential().path("issuer").path("name").asText(),
                    previewed.town(),
                    "/issuers/" + by.organisation(),
                    previewed.credential().toPrettyString(),
                    previewed.sheetMissing(),
                    sheet,
                    errors,
                    previewed.twin());
        }
    }
}
