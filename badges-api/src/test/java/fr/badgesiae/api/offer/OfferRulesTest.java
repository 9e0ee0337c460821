package fr.badgesiae.api.offer;

import static fr.badgesiae.api.offer.OfferDesk.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.content.Level;
import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.offer.text.OfferCard;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.verification.BadgeCard;
import fr.badgesiae.api.verification.SignedBadge;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each act refuses: while an organisation is paused, after an answer, for a badge that is not there. */
class OfferRulesTest {
    @RegisterExtension
    final OfferDesk desk = new OfferDesk();

    @Test
    void whileTheOrganisationIsPausedNothingIsOffered() {
        OfferId offer = desk.fixture.offered();
        OfferRequest request = desk.request(desk.fixture.person());
        desk.fixture.pause();

        assertProblem(
                () -> desk.fixture.offers.offer().apply(desk.fixture.organisation, desk.fixture.counsellor, request),
                ProblemType.PAUSED);
        assertProblem(() -> desk.preview.apply(desk.counsellor(), request), ProblemType.PAUSED);
        assertProblem(() -> desk.correct(offer), ProblemType.PAUSED);
        assertProblem(
                () -> desk.fixture.offers.print().apply(desk.fixture.organisation, desk.fixture.counsellor, offer),
                ProblemType.PAUSED);
        assertProblem(
                () -> desk.handOver.apply(desk.fixture.organisation, desk.fixture.counsellor, offer),
                ProblemType.PAUSED);
        assertProblem(
                () -> desk.choices
                        .apply(desk.fixture.organisation, Optional.empty())
                        .requireNotPaused(),
                ProblemType.PAUSED);
        assertThat(desk.fixture.find(offer).narrative()).isEqualTo("Peint seule un mur.");
    }

    @Test
    void anAnsweredOfferIsNeitherCorrectedNorHandedOver() {
        OfferId offer = desk.fixture.offered();
        desk.fixture.claims.decline().apply(desk.fixture.organisation, offer);

        assertProblem(() -> desk.correct(offer), ProblemType.CONFLICT);
        assertProblem(
                () -> desk.handOver.apply(desk.fixture.organisation, desk.fixture.counsellor, offer),
                ProblemType.CONFLICT);
        assertProblem(
                () -> desk.fixture.offers.cancel().apply(desk.fixture.organisation, desk.fixture.counsellor, offer),
                ProblemType.CONFLICT);
        assertThat(desk.fixture.find(offer).slipPrints()).isFalse();
        assertThat(desk.fixture.audited("OFFER_CORRECTED", offer.value())).isZero();
    }

    @Test
    void anOfferOfAnotherOrganisationIsNotFound() {
        OfferId offer = desk.fixture.offered();
        OrganisationId other = desk.fixture.setup.organisation("Jardins de l’Exemple");
        AccountId member = desk.fixture.setup.member(other);

        assertProblem(() -> desk.fixture.offers.cancel().apply(other, member, offer), ProblemType.NOT_FOUND);
        assertProblem(
                () -> desk.fixture.offers.correct().apply(other, member, offer, "Autres mots.", ""),
                ProblemType.NOT_FOUND);
        assertProblem(() -> desk.fixture.offers.reissue().apply(other, member, offer), ProblemType.NOT_FOUND);
        assertProblem(() -> desk.handOver.apply(other, member, offer), ProblemType.NOT_FOUND);
        assertProblem(() -> desk.show.apply(other, offer), ProblemType.NOT_FOUND);
        assertThat(desk.fixture.find(offer).narrative()).isEqualTo("Peint seule un mur.");
        assertThat(desk.fixture.state(offer)).isEqualTo(OfferState.OFFERED);
    }

    @Test
    void anAcceptedOfferHasANewSlipUntilItsHolderHasTheirCard() {
        OfferId offer = desk.fixture.offered();
        Code first = desk.fixture.slip(offer).code();
        desk.fixture.accepted(offer);

        desk.fixture.offers.reissue().apply(desk.fixture.organisation, desk.fixture.counsellor, offer);

        assertThat(desk.fixture.state(offer)).isEqualTo(OfferState.ACCEPTED);
        assertThat(desk.fixture.slip(offer).code()).isNotEqualTo(first);
        assertThat(desk.fixture.audited("OFFER_REISSUED", offer.value())).isEqualTo(1);

        desk.fixture.claims.card().apply(desk.fixture.organisation, offer, "271828");
        desk.fixture.claims.keep().apply(desk.fixture.organisation, offer, false);
        assertProblem(
                () -> desk.fixture.offers.reissue().apply(desk.fixture.organisation, desk.fixture.counsellor, offer),
                ProblemType.CONFLICT);
        assertThat(desk.fixture.audited("OFFER_REISSUED", offer.value())).isEqualTo(1);
    }

    @Test
    void aSlipIsPrintedWithTheOrganisationUntilTheOfferEnds() {
        OfferId offer = desk.fixture.offered();
        assertThat(desk.fixture
                        .offers
                        .print()
                        .apply(desk.fixture.organisation, desk.fixture.counsellor, offer)
                        .organisation())
                .isNotNull();
        desk.fixture.setup.clock().advance(Duration.ofDays(395));
        assertProblem(
                () -> desk.fixture.offers.print().apply(desk.fixture.organisation, desk.fixture.counsellor, offer),
                ProblemType.CONFLICT);
    }

    @Test
    void theMemberWhoPassesTheDeviceOverIsRecorded() {
        OfferId offer = desk.fixture.offered();
        desk.handOver.apply(desk.fixture.organisation, desk.fixture.counsellor, offer);
        assertThat(desk.fixture.audited("DEVICE_HANDED_OVER", offer.value())).isEqualTo(1);
    }

    @Test
    void aBadgeThatIsNotPublishedHereIsNotOffered() {
        OfferRequest unknown = new OfferRequest(
                desk.fixture.person(), new AchievementVersionId(UUID.randomUUID()), "Peint seule un mur.", "");
        assertProblem(
                () -> desk.fixture.offers.offer().apply(desk.fixture.organisation, desk.fixture.counsellor, unknown),
                ProblemType.NOT_FOUND);
        assertProblem(() -> desk.preview.apply(desk.counsellor(), unknown), ProblemType.NOT_FOUND);
    }

    @Test
    void anAcceptedOfferKnowsItsHolderAndIsUnfinishedUntilTheCardIsKept() {
        OfferId offer = desk.fixture.offered();
        assertThat(desk.fixture.find(offer).person().holder()).isNull();
        assertThat(desk.show.apply(desk.fixture.organisation, offer).unfinished())
                .isFalse();

        AcceptOffer.Accepted accepted = desk.fixture.accepted(offer);

        assertThat(desk.fixture.find(offer).person().holder()).isEqualTo(accepted.holder());
        assertThat(desk.fixture.find(offer).slipPrints()).isFalse();
        assertThat(desk.show.apply(desk.fixture.organisation, offer).unfinished())
                .isTrue();
        assertThat(desk.show.apply(desk.fixture.organisation, offer).badge()).isPresent();

        desk.fixture.claims.card().apply(desk.fixture.organisation, offer, "271828");
        desk.fixture.claims.keep().apply(desk.fixture.organisation, offer, false);

        assertThat(desk.show.apply(desk.fixture.organisation, offer).unfinished())
                .isFalse();
    }

    @Test
    void theCodeOfASlipIsFoundWhileItIsOpen() {
        OfferId offer = desk.fixture.offered();
        assertThat(slipCode(offer)).contains(desk.fixture.slip(offer).code());
        assertThat(desk.fixture.find(offer).slipPrints()).isTrue();
        desk.fixture.offers.cancel().apply(desk.fixture.organisation, desk.fixture.counsellor, offer);
        assertThat(slipCode(offer)).isEmpty();
    }

    private Optional<Code> slipCode(OfferId offer) {
        return desk.fixture
                .platform
                .database()
                .inOrganisation(
                        desk.fixture.organisation,
                        handle -> desk.fixture.offers.offers().slipCode(handle, desk.fixture.organisation, offer));
    }

    @Test
    void anOfferIsACardLikeThatOfItsBadge() {
        Instant lateInTheEveningInGuyane = Instant.parse("2026-11-03T01:00:00Z");
        OfferId offer = desk.fixture.offered();
        SignedBadge badge = card(offer, lateInTheEveningInGuyane).badge();

        assertThat(badge.name()).isEqualTo("Peindre un mur");
        assertThat(badge.holder()).isEqualTo("Alix E.");
        assertThat(badge.narrative()).isEqualTo("Peint seule un mur.");
        assertThat(badge.level()).isEqualTo(Level.PRACTISES.words("fr"));
        assertThat(badge.evidence()).extracting(SignedBadge.Evidence::words).containsExactly("Chantier de la gare.");
        assertThat(badge.dates().until()).isNull();

        desk.fixture.owner.useHandle(handle -> {
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
        Offer offer = desk.fixture.find(id);
        return OfferCard.of(
                offer.achievement(),
                offer.text(),
                FrenchZone.of("America/Cayenne"),
                now,
                desk.fixture.platform.settings());
    }
}
