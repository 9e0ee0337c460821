package fr.badgesiae.api.award;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.holder.OpenSpace;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.worker.WorkerId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcceptOfferTest {
    private static final String PIN = "271828";

    private Counter counter;

    @BeforeEach
    void open() {
        counter = Counter.open();
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void acceptingSignsTheBadgeAndErasesTheSlip() {
        OfferId offer = counter.offered();

        AcceptOffer.Accepted accepted = counter.accepted(offer);

        IssuedCredential badge = counter.credential(accepted.credential());
        assertThat(badge.state()).isEqualTo(CredentialState.ISSUED);
        assertThat(badge.displayedName()).isEqualTo("Alix E.");
        assertThat(counter.state(offer)).isEqualTo(OfferState.ACCEPTED);
        assertThat(counter.count("offer WHERE id = ? AND code_sealed IS NULL AND pin_sealed IS NULL", offer.value()))
                .isEqualTo(1);
        assertThat(counter.count("acceptance WHERE offer_id = ? AND how = 'SLIP' AND witness IS NULL", offer.value()))
                .isEqualTo(1);
        assertThat(counter.audited("OFFER_ACCEPTED", offer.value())).isEqualTo(1);
    }

    @Test
    void eightAcceptsAtTheSameMomentMakeOneAward() throws Exception {
        OfferId offer = counter.offered();
        AcceptOffer.Acceptance yes = counter.yes(offer);

        List<AcceptOffer.Outcome> outcomes =
                OpenClaimTest.atOnce(8, () -> counter.award.accept().accept(counter.organisation, offer, yes));

        assertThat(outcomes).allMatch(AcceptOffer.Accepted.class::isInstance);
        assertThat(outcomes.stream().map(AcceptOffer.Accepted.class::cast))
                .filteredOn(accepted -> !accepted.before())
                .hasSize(1);
        assertThat(counter.count("award WHERE offer_id = ?", offer.value())).isEqualTo(1);
        assertThat(counter.count("credential")).isEqualTo(1);
        assertThat(counter.count("acceptance")).isEqualTo(1);
        assertThat(counter.count("holder")).isEqualTo(1);
    }

    @Test
    void twoOffersOfOneWorkerAcceptedAtOnceHaveOneHolder() throws Exception {
        WorkerId worker = counter.worker();
        OfferId one = counter.offered(worker);
        OfferId two = counter.offered(worker);
        var turns = new java.util.concurrent.ConcurrentLinkedQueue<>(List.of(one, two));

        OpenClaimTest.atOnce(2, () -> counter.accepted(turns.remove()));

        assertThat(counter.count("award")).isEqualTo(2);
        assertThat(counter.count("holder")).isEqualTo(1);
        assertThat(counter.count(
                        "award WHERE holder_id = ?",
                        counter.worker(worker).holder().value()))
                .isEqualTo(2);
    }

    @Test
    void whatWasNotShownIsNotAccepted() {
        OfferId offer = counter.offered();
        AcceptOffer.Acceptance stale = counter.yes(offer);
        counter.award.change().correct(counter.organisation, counter.counsellor, offer, "Peint seule deux murs.", "");

        assertThat(counter.award.accept().accept(counter.organisation, offer, stale))
                .isInstanceOf(AcceptOffer.TextChanged.class);
        assertThat(counter.state(offer)).isEqualTo(OfferState.OFFERED);
        assertThat(counter.count("award")).isZero();
    }

    @Test
    void aBadgeWithoutANameShowsNone() {
        OfferId offer = counter.offered();
        String shown = counter.find(offer).text().fingerprint();

        AcceptOffer.Accepted accepted = (AcceptOffer.Accepted) counter.award
                .accept()
                .accept(counter.organisation, offer, new AcceptOffer.Acceptance(NameChoice.NONE, false, shown, null));

        IssuedCredential badge = counter.credential(accepted.credential());
        assertThat(badge.displayedName()).isNull();
        assertThat(counter.signed(accepted.credential()).document())
                .doesNotContain("Alix", "Exemple", "Chantier de la gare");
    }

    @Test
    void inPersonTheMemberIsRecordedAsWitness() {
        OfferId offer = counter.offered();
        String shown = counter.find(offer).text().fingerprint();

        counter.award
                .accept()
                .accept(
                        counter.organisation,
                        offer,
                        new AcceptOffer.Acceptance(NameChoice.FULL, true, shown, counter.counsellor));

        assertThat(counter.count(
                        "acceptance WHERE offer_id = ? AND how = 'IN_PERSON' AND witness = ?",
                        offer.value(),
                        counter.counsellor.value()))
                .isEqualTo(1);
    }

    @Test
    void aClaimCutShortGoesOnWithTheSameSlipUntilTheCardIsKept() {
        OfferId offer = counter.offered();
        SlipSecrets.Clear slip = counter.slip(offer);
        counter.accepted(offer);

        assertThat(counter.award.claim().open(slip.code(), slip.pin())).isInstanceOf(OpenClaim.Open.class);
        assertThat(progress(offer).step()).isEqualTo(GiveCard.Step.CHOOSE_PIN);
        assertThat(counter.award.card().choose(counter.organisation, offer, "123456"))
                .isFalse();
        assertThat(counter.award.card().choose(counter.organisation, offer, PIN))
                .isTrue();
        Code card = progress(offer).card();
        assertThat(counter.award.card().choose(counter.organisation, offer, "314159"))
                .isTrue();
        assertThat(progress(offer).card()).isEqualTo(card);

        counter.award.card().kept(counter.organisation, offer, false);

        assertThat(progress(offer).step()).isEqualTo(GiveCard.Step.DONE);
        assertThat(counter.award.claim().open(slip.code(), slip.pin()))
                .isEqualTo(new OpenClaim.Closed(OfferState.ACCEPTED));
        assertThat(counter.holders.space().open(card, "314159")).isInstanceOf(OpenSpace.Wrong.class);
        assertThat(counter.holders.space().open(card, PIN)).isInstanceOf(OpenSpace.Opened.class);
        assertThat(counter.count("holder_access WHERE code_sealed IS NOT NULL")).isZero();
    }

    @Test
    void aLockedSlipOfAnUnfinishedClaimCanBeReissued() {
        OfferId offer = counter.offered();
        SlipSecrets.Clear slip = counter.slip(offer);
        counter.accepted(offer);
        for (int i = 0; i < OpenClaim.MOST_WRONG_PINS; i++) {
            counter.award.claim().open(slip.code(), Counter.wrong(slip.pin()));
        }

        counter.award.change().reissue(counter.organisation, counter.counsellor, offer);

        SlipSecrets.Clear fresh = counter.slip(offer);
        assertThat(counter.award.claim().open(fresh.code(), fresh.pin())).isInstanceOf(OpenClaim.Open.class);
        assertThat(counter.state(offer)).isEqualTo(OfferState.ACCEPTED);
    }

    @Test
    void aSecondBadgeGoesToTheSameHolderWithTheSameCard() {
        WorkerId worker = counter.worker();
        Code card = counter.carded(counter.offered(worker), PIN);
        OfferId second = counter.offered(worker);

        counter.accepted(second);

        assertThat(progress(second).step()).isEqualTo(GiveCard.Step.DONE);
        assertThat(progress(second).card()).isNull();
        OpenSpace.Opened opened = (OpenSpace.Opened) counter.holders.space().open(card, PIN);
        List<IssuedCredential> badges = counter.platform
                .database()
                .inHolder(
                        opened.holder(),
                        handle -> counter.credentials.credentials().ofHolder(handle, opened.holder()));
        assertThat(badges).hasSize(2);
    }

    @Test
    void withinThirtyDaysTheHolderCanSayThatItWasNotTheirChoice() {
        AcceptOffer.Accepted accepted = counter.accepted(counter.offered());
        counter.house.clock().advance(Duration.ofDays(29));

        assertThat(counter.award.withdraw().withdraw(accepted.holder(), accepted.credential()))
                .isTrue();

        IssuedCredential badge = counter.credential(accepted.credential());
        assertThat(badge.state()).isEqualTo(CredentialState.REVOKED);
        assertThat(badge.publicReason()).isEqualTo(PublicReason.HOLDER_WITHDREW);
        assertThat(counter.award.withdraw().withdraw(accepted.holder(), accepted.credential()))
                .isFalse();
        assertThat(counter.audited("CREDENTIAL_WITHDRAWN", accepted.credential().value()))
                .isEqualTo(1);
    }

    @Test
    void afterThirtyDaysOrBySomebodyElseNothingIsWithdrawn() {
        AcceptOffer.Accepted accepted = counter.accepted(counter.offered());
        AcceptOffer.Accepted other = counter.accepted(counter.offered());

        assertThat(counter.award.withdraw().withdraw(other.holder(), accepted.credential()))
                .isFalse();
        counter.house.clock().advance(Duration.ofDays(30).plusSeconds(1));
        assertThat(counter.award.withdraw().possibleUntil(accepted.holder(), accepted.credential()))
                .isEmpty();
        assertThat(counter.award.withdraw().withdraw(accepted.holder(), accepted.credential()))
                .isFalse();
        assertThat(counter.credential(accepted.credential()).state()).isEqualTo(CredentialState.ISSUED);
    }

    @Test
    void aVoidedSigningOpensTheOfferAgainWithANewSlip() {
        OfferId offer = counter.offered();
        SlipSecrets.Clear old = counter.slip(offer);
        counter.accepted(offer);
        ReopenOffer reopen = new ReopenOffer(
                new Slips(counter.platform.vault(), counter.platform.passwords(), counter.platform.ids()),
                counter.platform.clock(),
                counter.platform.audit());

        counter.platform.database().inOrganisation(counter.organisation, handle -> {
            reopen.voided(handle, counter.organisation, offer.value());
            return offer;
        });

        assertThat(counter.state(offer)).isEqualTo(OfferState.OFFERED);
        assertThat(counter.award.claim().look(old.code())).isInstanceOf(OpenClaim.Unknown.class);
        assertThat(progress(offer).step()).isEqualTo(GiveCard.Step.NONE);
    }

    private GiveCard.Progress progress(OfferId offer) {
        return counter.award.card().progress(counter.organisation, offer);
    }
}
