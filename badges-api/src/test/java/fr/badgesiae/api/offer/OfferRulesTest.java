package fr.badgesiae.api.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.content.Level;
import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.offer.text.OfferCard;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.auth.Role;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.verification.BadgeCard;
import fr.badgesiae.api.verification.SignedBadge;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each act refuses: while an organisation is paused, after an answer, for a badge that is not there. */
class OfferRulesTest {
    private ClaimFixture fixture;
    private HandOverDevice handOver;
    private PreviewOffer preview;
    private ShowOffer show;
    private ListOfferChoices choices;

    @BeforeEach
    void open() {
        fixture = ClaimFixture.open();
        Organisations organisations = new Organisations(fixture.platform.database());
        handOver = new HandOverDevice(fixture.platform, organisations, fixture.offers.offers());
        preview = new PreviewOffer(
                fixture.platform, organisations, fixture.offers.offers(), fixture.credentials.compose());
        show = new ShowOffer(
                fixture.platform.database(),
                fixture.offers.offers(),
                fixture.credentials.credentials(),
                fixture.platform.clock());
        choices = new ListOfferChoices(fixture.platform.database(), organisations);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static void assertProblem(ThrowingCallable call, ProblemType type) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private Principal counsellor() {
        return new Principal(
                fixture.counsellor, fixture.organisation, Role.COUNSELLOR, "Conseil", "Atelier", UUID.randomUUID());
    }

    private OfferRequest request(PersonId person) {
        return new OfferRequest(person, fixture.version, "Peint seule un mur.", "");
    }

    private void correct(OfferId offer) {
        fixture.offers.correct().apply(fixture.organisation, fixture.counsellor, offer, "Peint seule deux murs.", "");
    }

    @Test
    void whileTheOrganisationIsPausedNothingIsOffered() {
        OfferId offer = fixture.offered();
        OfferRequest request = request(fixture.person());
        fixture.pause();

        assertProblem(
                () -> fixture.offers.offer().apply(fixture.organisation, fixture.counsellor, request),
                ProblemType.PAUSED);
        assertProblem(() -> preview.apply(counsellor(), request), ProblemType.PAUSED);
        assertProblem(() -> correct(offer), ProblemType.PAUSED);
        assertProblem(
                () -> fixture.offers.print().apply(fixture.organisation, fixture.counsellor, offer),
                ProblemType.PAUSED);
        assertProblem(() -> handOver.apply(fixture.organisation, fixture.counsellor, offer), ProblemType.PAUSED);
        assertProblem(
                () -> choices.apply(fixture.organisation, Optional.empty()).requireNotPaused(), ProblemType.PAUSED);
        assertThat(fixture.find(offer).narrative()).isEqualTo("Peint seule un mur.");
    }

    @Test
    void anAnsweredOfferIsNeitherCorrectedNorHandedOver() {
        OfferId offer = fixture.offered();
        fixture.claims.decline().apply(fixture.organisation, offer);

        assertProblem(() -> correct(offer), ProblemType.CONFLICT);
        assertProblem(() -> handOver.apply(fixture.organisation, fixture.counsellor, offer), ProblemType.CONFLICT);
        assertProblem(
                () -> fixture.offers.cancel().apply(fixture.organisation, fixture.counsellor, offer),
                ProblemType.CONFLICT);
        assertThat(fixture.find(offer).slipPrints()).isFalse();
        assertThat(fixture.audited("OFFER_CORRECTED", offer.value())).isZero();
    }

    @Test
    void anOfferOfAnotherOrganisationIsNotFound() {
        OfferId offer = fixture.offered();
        OrganisationId other = fixture.setup.organisation("Jardins de l’Exemple");
        AccountId member = fixture.setup.member(other);

        assertProblem(() -> fixture.offers.cancel().apply(other, member, offer), ProblemType.NOT_FOUND);
        assertProblem(
                () -> fixture.offers.correct().apply(other, member, offer, "Autres mots.", ""), ProblemType.NOT_FOUND);
        assertProblem(() -> fixture.offers.reissue().apply(other, member, offer), ProblemType.NOT_FOUND);
        assertProblem(() -> handOver.apply(other, member, offer), ProblemType.NOT_FOUND);
        assertProblem(() -> show.apply(other, offer), ProblemType.NOT_FOUND);
        assertThat(fixture.find(offer).narrative()).isEqualTo("Peint seule un mur.");
        assertThat(fixture.state(offer)).isEqualTo(OfferState.OFFERED);
    }

    @Test
    void anAcceptedOfferHasANewSlipUntilItsHolderHasTheirCard() {
        OfferId offer = fixture.offered();
        Code first = fixture.slip(offer).code();
        fixture.accepted(offer);

        fixture.offers.reissue().apply(fixture.organisation, fixture.counsellor, offer);

        assertThat(fixture.state(offer)).isEqualTo(OfferState.ACCEPTED);
        assertThat(fixture.slip(offer).code()).isNotEqualTo(first);
        assertThat(fixture.audited("OFFER_REISSUED", offer.value())).isEqualTo(1);

        fixture.claims.card().apply(fixture.organisation, offer, "271828");
        fixture.claims.keep().apply(fixture.organisation, offer, false);
        assertProblem(
                () -> fixture.offers.reissue().apply(fixture.organisation, fixture.counsellor, offer),
                ProblemType.CONFLICT);
        assertThat(fixture.audited("OFFER_REISSUED", offer.value())).isEqualTo(1);
    }

    @Test
    void aSlipIsPrintedWithTheOrganisationUntilTheOfferEnds() {
        OfferId offer = fixture.offered();
        assertThat(fixture.offers
                        .print()
                        .apply(fixture.organisation, fixture.counsellor, offer)
                        .organisation())
                .isNotNull();
        fixture.setup.clock().advance(Duration.ofDays(213));
        assertProblem(
                () -> fixture.offers.print().apply(fixture.organisation, fixture.counsellor, offer),
                ProblemType.CONFLICT);
    }

    @Test
    void theMemberWhoPassesTheDeviceOverIsRecorded() {
        OfferId offer = fixture.offered();
        handOver.apply(fixture.organisation, fixture.counsellor, offer);
        assertThat(fixture.audited("DEVICE_HANDED_OVER", offer.value())).isEqualTo(1);
    }

    @Test
    void aBadgeThatIsNotPublishedHereIsNotOffered() {
        OfferRequest unknown = new OfferRequest(
                fixture.person(), new AchievementVersionId(UUID.randomUUID()), "Peint seule un mur.", "");
        assertProblem(
                () -> fixture.offers.offer().apply(fixture.organisation, fixture.counsellor, unknown),
                ProblemType.NOT_FOUND);
        assertProblem(() -> preview.apply(counsellor(), unknown), ProblemType.NOT_FOUND);
    }

    @Test
    void anAcceptedOfferKnowsItsHolderAndIsUnfinishedUntilTheCardIsKept() {
        OfferId offer = fixture.offered();
        assertThat(fixture.find(offer).person().holder()).isNull();
        assertThat(show.apply(fixture.organisation, offer).unfinished()).isFalse();

        AcceptOffer.Accepted accepted = fixture.accepted(offer);

        assertThat(fixture.find(offer).person().holder()).isEqualTo(accepted.holder());
        assertThat(fixture.find(offer).slipPrints()).isFalse();
        assertThat(show.apply(fixture.organisation, offer).unfinished()).isTrue();
        assertThat(show.apply(fixture.organisation, offer).badge()).isPresent();

        fixture.claims.card().apply(fixture.organisation, offer, "271828");
        fixture.claims.keep().apply(fixture.organisation, offer, false);

        assertThat(show.apply(fixture.organisation, offer).unfinished()).isFalse();
    }

    @Test
    void theCodeOfASlipIsFoundWhileItIsOpen() {
        OfferId offer = fixture.offered();
        assertThat(slipCode(offer)).contains(fixture.slip(offer).code());
        assertThat(fixture.find(offer).slipPrints()).isTrue();
        fixture.offers.cancel().apply(fixture.organisation, fixture.counsellor, offer);
        assertThat(slipCode(offer)).isEmpty();
    }

    private Optional<Code> slipCode(OfferId offer) {
        return fixture.platform
                .database()
                .inOrganisation(
                        fixture.organisation,
                        handle -> fixture.offers.offers().slipCode(handle, fixture.organisation, offer));
    }

    @Test
    void aPreviewTellsOfAnotherOfferOfTheSameBadge() {
        PersonId person = fixture.person();
        PreviewOffer.Previewed first = previewed(person);
        assertThat(first.twin()).isNull();
        assertThat(first.sheetMissing()).isFalse();
        assertThat(first.workerName()).isEqualTo("Alix Exemple");
        assertThat(first.credential().has("evidence")).isFalse();

        OfferId offer = fixture.offered(person);
        assertThat(previewed(person).twin())
                .isEqualTo(new PreviewOffer.Twin(
                        offer, false, fixture.platform.clock().instant()));
        // Offered first ten days ago, as the list of offers says; a new slip has moved its end since.
        fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE offer SET created_at = created_at - interval '10 days' WHERE id = ?", offer.value()));
        assertThat(previewed(person).twin())
                .isEqualTo(new PreviewOffer.Twin(
                        offer, false, fixture.platform.clock().instant().minus(Duration.ofDays(10))));
        fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE offer SET created_at = created_at + interval '10 days' WHERE id = ?", offer.value()));
        fixture.accepted(offer);
        assertThat(previewed(person).twin())
                .isEqualTo(new PreviewOffer.Twin(
                        offer, true, fixture.platform.clock().instant()));
        assertThat(fixture.count("offer")).isEqualTo(1);
    }

    private PreviewOffer.Previewed previewed(PersonId person) {
        return (PreviewOffer.Previewed) preview.apply(counsellor(), request(person));
    }

    @Test
    void aPreviewShowsTheEvidenceAndAsksForTheSheet() {
        PersonId person = fixture.person();
        fixture.owner.useHandle(
                handle -> handle.execute("UPDATE worker SET notice_given_on = NULL WHERE id = ?", person.value()));
        OfferRequest request = new OfferRequest(person, fixture.version, "Peint un mur.", "Chantier de la gare.");

        PreviewOffer.Previewed previewed = (PreviewOffer.Previewed) preview.apply(counsellor(), request);

        assertThat(previewed.sheetMissing()).isTrue();
        assertThat(previewed.credential().at("/evidence/0/narrative").asText()).isEqualTo("Chantier de la gare.");
    }

    @Test
    void aPreviewRefusesWhatAnOfferWould() {
        OfferRequest empty = new OfferRequest(fixture.person(), fixture.version, "", "");
        assertThat(preview.apply(counsellor(), empty)).isInstanceOf(PreviewOffer.Refused.class);
    }

    @Test
    void peopleOfOneNameAreToldApartAndTheOneChosenBeforeIsThere() {
        PersonId one = fixture.person();
        assertThat(choices.apply(fixture.organisation, Optional.empty()).people())
                .singleElement()
                .satisfies(choice -> assertThat(choice.created()).isNull());
        PersonId two = fixture.person();
        assertThat(choices.apply(fixture.organisation, Optional.of(one)).people())
                .hasSize(2)
                .allSatisfy(choice -> assertThat(choice.created()).isNotNull())
                .extracting(ListOfferChoices.PersonChoice::id)
                .containsExactlyInAnyOrder(one, two);
    }

    @Test
    void ofMoreThanFiveHundredPeopleOnlyTheOneChosenBeforeIsAChoice() {
        fixture.owner.useHandle(handle -> handle.execute(
                "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, created_at, updated_at)"
                        + " SELECT gen_random_uuid(), ?, 'Abel', 'Abc ' || n, gen_random_uuid(), now(), now()"
                        + " FROM generate_series(1, 500) n",
                fixture.organisation.value()));
        PersonId last = fixture.person();
        assertThat(choices.apply(fixture.organisation, Optional.empty()).people())
                .hasSize(500)
                .allSatisfy(choice -> assertThat(choice.created()).isNull());
        assertThat(choices.apply(fixture.organisation, Optional.of(last)).people())
                .extracting(ListOfferChoices.PersonChoice::id)
                .containsExactly(last);
    }

    @Test
    void anOfferIsACardLikeThatOfItsBadge() {
        Instant lateInTheEveningInGuyane = Instant.parse("2026-11-03T01:00:00Z");
        OfferId offer = fixture.offered();
        SignedBadge badge = card(offer, lateInTheEveningInGuyane).badge();

        assertThat(badge.name()).isEqualTo("Peindre un mur");
        assertThat(badge.holder()).isEqualTo("Alix E.");
        assertThat(badge.narrative()).isEqualTo("Peint seule un mur.");
        assertThat(badge.level()).isEqualTo(Level.PRACTISES.words("fr"));
        assertThat(badge.evidence()).extracting(SignedBadge.Evidence::words).containsExactly("Chantier de la gare.");
        assertThat(badge.dates().until()).isNull();

        fixture.owner.useHandle(handle -> {
            handle.execute("UPDATE offer SET evidence = ''");
            handle.execute(
                    "UPDATE achievement_version SET content = jsonb_set(content, '{validityMonths}', '12') - 'level'");
        });
        SignedBadge without = card(offer, lateInTheEveningInGuyane).badge();
        assertThat(without.evidence()).isEmpty();
        assertThat(without.level()).isNull();
        assertThat(without.dates().until()).isEqualTo("2027-11-02");
    }

    private BadgeCard card(OfferId id, Instant now) {
        Offer offer = fixture.find(id);
        return OfferCard.of(
                offer.achievement(), offer.text(), FrenchZone.of("America/Cayenne"), now, fixture.platform.settings());
    }
}
