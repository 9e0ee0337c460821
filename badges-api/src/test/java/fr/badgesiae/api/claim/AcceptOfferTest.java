package fr.badgesiae.api.claim;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.holder.OpenSpace;
import fr.badgesiae.api.offer.Offer;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.client.Client;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcceptOfferTest {
    private static final String PIN = "271828";

    private ClaimFixture fixture;

    @BeforeEach
    void open() {
        fixture = ClaimFixture.open();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void acceptingSignsTheBadgeAndErasesTheSlip() {
        OfferId offer = fixture.offered();

        AcceptOffer.Accepted accepted = fixture.accepted(offer);

        IssuedCredential badge = fixture.credential(accepted.credential());
        assertThat(badge.state()).isEqualTo(CredentialState.ISSUED);
        assertThat(badge.displayedName()).isEqualTo("Alix E.");
        assertThat(fixture.state(offer)).isEqualTo(OfferState.ACCEPTED);
        assertThat(fixture.count("offer WHERE id = ? AND code_sealed IS NULL AND pin_sealed IS NULL", offer.value()))
                .isEqualTo(1);
        assertThat(fixture.count("acceptance WHERE offer_id = ? AND how = 'SLIP' AND witness IS NULL", offer.value()))
                .isEqualTo(1);
        assertThat(fixture.audited("OFFER_ACCEPTED", offer.value())).isEqualTo(1);
    }

    @Test
    void eightAcceptsAtTheSameMomentMakeOneAward() throws Exception {
        OfferId offer = fixture.offered();
        AcceptOffer.Acceptance yes = fixture.yes(offer);

        List<AcceptOffer.Outcome> outcomes =
                OpenClaimTest.atOnce(8, () -> fixture.claims.accept().apply(fixture.organisation, offer, yes));

        assertThat(outcomes).allMatch(AcceptOffer.Accepted.class::isInstance);
        assertThat(outcomes.stream().map(AcceptOffer.Accepted.class::cast))
                .filteredOn(accepted -> !accepted.before())
                .hasSize(1);
        assertThat(fixture.count("award WHERE offer_id = ?", offer.value())).isEqualTo(1);
        assertThat(fixture.count("credential")).isEqualTo(1);
        assertThat(fixture.count("acceptance")).isEqualTo(1);
        assertThat(fixture.count("holder")).isEqualTo(1);
    }

    @Test
    void twoOffersOfOneWorkerAcceptedAtOnceHaveOneHolder() throws Exception {
        PersonId person = fixture.person();
        OfferId one = fixture.offered(person);
        OfferId two = fixture.offered(person);
        var turns = new java.util.concurrent.ConcurrentLinkedQueue<>(List.of(one, two));

        OpenClaimTest.atOnce(2, () -> fixture.accepted(turns.remove()));

        assertThat(fixture.count("award")).isEqualTo(2);
        assertThat(fixture.count("holder")).isEqualTo(1);
        assertThat(fixture.count(
                        "award WHERE holder_id = ?",
                        fixture.person(person).holder().value()))
                .isEqualTo(2);
    }

    @Test
    void whatWasNotShownIsNotAccepted() {
        OfferId offer = fixture.offered();
        AcceptOffer.Acceptance stale = fixture.yes(offer);
        fixture.offers.correct().apply(fixture.organisation, fixture.counsellor, offer, "Peint seule deux murs.", "");

        assertThat(fixture.claims.accept().apply(fixture.organisation, offer, stale))
                .isInstanceOf(AcceptOffer.TextChanged.class);
        assertThat(fixture.state(offer)).isEqualTo(OfferState.OFFERED);
        assertThat(fixture.count("award")).isZero();
    }

    @Test
    void aBadgeWithoutANameShowsNone() {
        OfferId offer = fixture.offered();
        String shown = fixture.find(offer).text().fingerprint();

        AcceptOffer.Accepted accepted = (AcceptOffer.Accepted) fixture.claims
                .accept()
                .apply(fixture.organisation, offer, new AcceptOffer.Acceptance(NameChoice.NONE, false, shown, null));

        IssuedCredential badge = fixture.credential(accepted.credential());
        assertThat(badge.displayedName()).isNull();
        assertThat(fixture.signed(accepted.credential()).document())
                .doesNotContain("Alix", "Exemple", "Chantier de la gare");
    }

    @Test
    void inPersonTheMemberIsRecordedAsWitness() {
        OfferId offer = fixture.offered();
        String shown = fixture.find(offer).text().fingerprint();

        fixture.claims
                .accept()
                .apply(
                        fixture.organisation,
                        offer,
                        new AcceptOffer.Acceptance(NameChoice.FULL, true, shown, fixture.counsellor));

        assertThat(fixture.count(
                        "acceptance WHERE offer_id = ? AND how = 'IN_PERSON' AND witness = ?",
                        offer.value(),
                        fixture.counsellor.value()))
                .isEqualTo(1);
    }

    @Test
    void thePinOfTheSlipIsNoPinOfOnesOwn() {
        OfferId offer = fixture.offered();
        SlipSecrets.Clear slip = fixture.slip(offer);
        fixture.accepted(offer);

        assertThat(fixture.claims.card().apply(fixture.organisation, offer, slip.pin()))
                .isEqualTo(CreateRecoveryCard.Outcome.PIN_OF_SLIP);
        assertThat(progress(offer).step()).isEqualTo(Progress.Step.CHOOSE_PIN);
    }

    @Test
    void aClaimCutShortGoesOnWithTheSameSlipUntilTheCardIsKept() {
        OfferId offer = fixture.offered();
        SlipSecrets.Clear slip = fixture.slip(offer);
        fixture.accepted(offer);

        assertThat(fixture.claims.open().apply(slip.code(), slip.pin(), Client.unknown()))
                .isInstanceOf(OpenClaim.Open.class);
        assertThat(progress(offer).step()).isEqualTo(Progress.Step.CHOOSE_PIN);
        assertThat(fixture.claims.card().apply(fixture.organisation, offer, "123456"))
                .isEqualTo(CreateRecoveryCard.Outcome.TOO_SIMPLE);
        assertThat(fixture.claims.card().apply(fixture.organisation, offer, PIN))
                .isEqualTo(CreateRecoveryCard.Outcome.TAKEN);
        Code card = progress(offer).card().orElseThrow();
        assertThat(fixture.claims.card().apply(fixture.organisation, offer, "314159"))
                .isEqualTo(CreateRecoveryCard.Outcome.TAKEN);
        assertThat(progress(offer).card()).contains(card);

        fixture.claims.keep().apply(fixture.organisation, offer, false);

        assertThat(progress(offer).step()).isEqualTo(Progress.Step.DONE);
        assertThat(fixture.claims.open().apply(slip.code(), slip.pin(), Client.unknown()))
                .isEqualTo(new OpenClaim.Closed(OfferState.ACCEPTED));
        assertThat(fixture.holders.space().apply(card, "314159", Client.unknown()))
                .isInstanceOf(OpenSpace.Wrong.class);
        assertThat(fixture.holders.space().apply(card, PIN, Client.unknown())).isInstanceOf(OpenSpace.Opened.class);
        assertThat(fixture.count("holder_access WHERE code_sealed IS NOT NULL")).isZero();
    }

    @Test
    void aLockedSlipOfAnUnfinishedClaimCanBeReissued() {
        OfferId offer = fixture.offered();
        SlipSecrets.Clear slip = fixture.slip(offer);
        fixture.accepted(offer);
        for (int i = 0; i < Offer.MOST_WRONG_PINS; i++) {
            fixture.claims.open().apply(slip.code(), ClaimFixture.wrong(slip.pin()), Client.unknown());
        }

        fixture.offers.reissue().apply(fixture.organisation, fixture.counsellor, offer);

        SlipSecrets.Clear fresh = fixture.slip(offer);
        assertThat(fixture.claims.open().apply(fresh.code(), fresh.pin(), Client.unknown()))
                .isInstanceOf(OpenClaim.Open.class);
        assertThat(fixture.state(offer)).isEqualTo(OfferState.ACCEPTED);
    }

    @Test
    void aSecondBadgeGoesToTheSameHolderWithTheSameCard() {
        PersonId person = fixture.person();
        Code card = fixture.carded(fixture.offered(person), PIN);
        OfferId second = fixture.offered(person);

        fixture.accepted(second);

        assertThat(progress(second).step()).isEqualTo(Progress.Step.DONE);
        assertThat(progress(second).card()).isEmpty();
        OpenSpace.Opened opened = (OpenSpace.Opened) fixture.holders.space().apply(card, PIN, Client.unknown());
        List<String> badges = fixture.platform
                .database()
                .inHolder(
                        opened.holder(),
                        handle -> handle.select("SELECT id::text FROM credential")
                                .mapTo(String.class)
                                .list());
        assertThat(badges).hasSize(2);
    }

    @Test
    void withinThirtyDaysTheHolderCanSayThatItWasNotTheirChoice() {
        AcceptOffer.Accepted accepted = fixture.accepted(fixture.offered());
        fixture.setup.clock().advance(Duration.ofDays(29));

        assertThat(fixture.claims.withdraw().apply(accepted.holder(), accepted.credential()))
                .isTrue();

        IssuedCredential badge = fixture.credential(accepted.credential());
        assertThat(badge.state()).isEqualTo(CredentialState.REVOKED);
        assertThat(badge.publicReason()).isEqualTo(PublicReason.HOLDER_WITHDREW);
        assertThat(fixture.claims.withdraw().apply(accepted.holder(), accepted.credential()))
                .isFalse();
        assertThat(fixture.audited("CREDENTIAL_WITHDRAWN", accepted.credential().value()))
                .isEqualTo(1);
    }

    @Test
    void afterThirtyDaysOrBySomebodyElseNothingIsWithdrawn() {
        AcceptOffer.Accepted accepted = fixture.accepted(fixture.offered());
        AcceptOffer.Accepted other = fixture.accepted(fixture.offered());

        assertThat(fixture.claims.withdraw().apply(other.holder(), accepted.credential()))
                .isFalse();
        fixture.setup.clock().advance(Duration.ofDays(30).plusSeconds(1));
        assertThat(fixture.claims.withdrawal().apply(accepted.holder(), accepted.credential()))
                .isEmpty();
        assertThat(fixture.claims.withdraw().apply(accepted.holder(), accepted.credential()))
                .isFalse();
        assertThat(fixture.credential(accepted.credential()).state()).isEqualTo(CredentialState.ISSUED);
    }

    @Test
    void aVoidedSigningOpensTheOfferAgainWithANewSlip() {
        OfferId offer = fixture.offered();
        SlipSecrets.Clear old = fixture.slip(offer);
        fixture.accepted(offer);
        VoidAcceptance voiding = new VoidAcceptance(fixture.offers.offers(), fixture.platform.clock());

        fixture.platform.database().inOrganisation(fixture.organisation, handle -> {
            voiding.voided(handle, fixture.organisation, offer.value());
            return offer;
        });

        assertThat(fixture.state(offer)).isEqualTo(OfferState.OFFERED);
        assertThat(fixture.claims.find().apply(old.code())).isInstanceOf(OpenClaim.Unknown.class);
        assertThat(progress(offer).step()).isEqualTo(Progress.Step.NONE);
        assertThat(fixture.audited("OFFER_REISSUED", offer.value())).isEqualTo(1);
    }

    private Progress progress(OfferId offer) {
        return fixture.claims.progress().apply(fixture.organisation, offer);
    }
}
