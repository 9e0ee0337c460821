package fr.badgesiae.api.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.Pins;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OfferTest {
    private static final Duration SEVEN_MONTHS = Duration.ofDays(213);

    private static Counter counter;

    @BeforeAll
    static void open() {
        counter = Counter.open();
    }

    @AfterAll
    static void close() {
        counter.close();
    }

    private static Map<String, Object> row(OfferId offer) {
        return counter.owner.withHandle(handle -> handle.select(
                        "SELECT code_lookup, pin_hash, code_sealed, pin_sealed, state FROM offer WHERE id = ?",
                        offer.value())
                .mapToMap()
                .one());
    }

    private static void assertErased(OfferId offer) {
        assertThat(row(offer)).containsEntry("code_sealed", null).containsEntry("pin_sealed", null);
        assertThatThrownBy(() -> counter.slip(offer)).isInstanceOf(ProblemException.class);
    }

    @Test
    void anOpenOfferPrintsTheSameSlipAgainAndEachPrintIsAudited() {
        OfferId offer = counter.offered();

        SlipSecrets.Clear first = counter.slip(offer);
        SlipSecrets.Clear second = counter.slip(offer);

        assertThat(second).isEqualTo(first);
        assertThat(Pins.acceptable(first.pin())).isTrue();
        assertThat(counter.find(offer).prints()).isEqualTo(2);
        assertThat(counter.audited("SLIP_PRINTED", offer.value())).isEqualTo(2);
        assertThat(counter.audited("OFFER_MADE", offer.value())).isEqualTo(1);
    }

    @Test
    void neitherCodeNorPinStandsInTheTableInClear() {
        OfferId offer = counter.offered();
        SlipSecrets.Clear slip = counter.slip(offer);

        String stored = counter.owner.withHandle(
                handle -> handle.select("SELECT offer::text FROM offer WHERE id = ?", offer.value())
                        .mapTo(String.class)
                        .one());

        assertThat(stored).doesNotContain(slip.code().value(), slip.pin());
        assertThat(slip.toString()).isEqualTo("[REDACTED]");
    }

    @Test
    void reissuingKillsTheOldCodeAndUnlocks() {
        OfferId offer = counter.offered();
        SlipSecrets.Clear old = counter.slip(offer);
        for (int i = 0; i < OpenClaim.MOST_WRONG_PINS; i++) {
            counter.award.claim().open(old.code(), Counter.wrong(old.pin()));
        }
        assertThat(counter.find(offer).locked()).isTrue();

        counter.award.change().reissue(counter.organisation, counter.counsellor, offer);

        SlipSecrets.Clear fresh = counter.slip(offer);
        assertThat(counter.award.claim().open(old.code(), old.pin())).isInstanceOf(OpenClaim.Unknown.class);
        assertThat(counter.award.claim().open(fresh.code(), fresh.pin())).isInstanceOf(OpenClaim.Open.class);
        assertThat(counter.audited("OFFER_REISSUED", offer.value())).isEqualTo(1);
    }

    @Test
    void cancellingErasesTheSecretsAndCannotBeDoneTwice() {
        OfferId offer = counter.offered();
        SlipSecrets.Clear slip = counter.slip(offer);

        counter.award.change().cancel(counter.organisation, counter.counsellor, offer);

        assertErased(offer);
        assertThat(counter.award.claim().open(slip.code(), slip.pin()))
                .isEqualTo(new OpenClaim.Closed(OfferState.CANCELLED));
        assertThatThrownBy(() -> counter.award.change().cancel(counter.organisation, counter.counsellor, offer))
                .isInstanceOf(ProblemException.class);
        assertThat(counter.audited("OFFER_CANCELLED", offer.value())).isEqualTo(1);
    }

    @Test
    void anOfferEndsAfterSixMonthsWithAndWithoutTheJob() {
        try (Counter own = Counter.open()) {
            OfferId offer = own.offered();
            SlipSecrets.Clear slip = own.slip(offer);
            own.house.clock().advance(SEVEN_MONTHS);

            assertThat(own.award.claim().open(slip.code(), slip.pin()))
                    .isEqualTo(new OpenClaim.Closed(OfferState.EXPIRED));
            assertThat(own.award.accept().accept(own.organisation, offer, own.yes(offer)))
                    .isEqualTo(new AcceptOffer.Closed(OfferState.EXPIRED));
            assertThat(own.award.expire().run()).isEqualTo(1);
            assertThat(own.award.expire().run()).isZero();
            assertThat(own.state(offer)).isEqualTo(OfferState.EXPIRED);
            assertThat(own.count("offer WHERE id = ? AND code_sealed IS NULL AND pin_hash IS NULL", offer.value()))
                    .isEqualTo(1);
            assertThat(own.audited("OFFER_EXPIRED", offer.value())).isEqualTo(1);

            own.award.change().reissue(own.organisation, own.counsellor, offer);
            assertThat(own.state(offer)).isEqualTo(OfferState.OFFERED);
        }
    }

    @Test
    void aDisputeGoesBackToTheCounsellorWhoCorrectsAndSendsAgain() {
        OfferId offer = counter.offered();
        SlipSecrets.Clear old = counter.slip(offer);

        OfferState state = counter.award.refuse().dispute(counter.organisation, offer, Dispute.TEXT);

        assertThat(state).isEqualTo(OfferState.DISPUTED);
        assertThat(counter.find(offer).dispute()).isEqualTo(Dispute.TEXT);
        assertErased(offer);
        assertThat(counter.award.claim().look(old.code())).isEqualTo(new OpenClaim.Closed(OfferState.DISPUTED));
        assertThatThrownBy(() -> counter.award.change().reissue(counter.organisation, counter.counsellor, offer))
                .isInstanceOf(ProblemException.class);

        assertThat(counter.award
                        .change()
                        .correct(counter.organisation, counter.counsellor, offer, "Peint seule deux murs.", "")
                        .isEmpty())
                .isTrue();

        assertThat(counter.state(offer)).isEqualTo(OfferState.OFFERED);
        assertThat(counter.find(offer).narrative()).isEqualTo("Peint seule deux murs.");
        assertThat(counter.find(offer).dispute()).isNull();
        SlipSecrets.Clear fresh = counter.slip(offer);
        assertThat(counter.award.claim().open(fresh.code(), fresh.pin())).isInstanceOf(OpenClaim.Open.class);
        assertThat(counter.audited("OFFER_CORRECTED", offer.value())).isEqualTo(1);
    }

    @Test
    void aCorrectionWithoutWordsChangesNothing() {
        OfferId offer = counter.offered();

        assertThat(counter.award
                        .change()
                        .correct(counter.organisation, counter.counsellor, offer, "  ", "")
                        .byField())
                .containsOnlyKeys("narrative");
        assertThat(counter.find(offer).narrative()).isEqualTo("Peint seule un mur.");
    }

    @Test
    void decliningErasesTheSecretsAndIsFinal() {
        OfferId offer = counter.offered();

        assertThat(counter.award.refuse().decline(counter.organisation, offer)).isEqualTo(OfferState.DECLINED);
        assertThat(counter.award.refuse().dispute(counter.organisation, offer, Dispute.NOT_ME))
                .isEqualTo(OfferState.DECLINED);

        assertErased(offer);
        assertThat(counter.award.accept().accept(counter.organisation, offer, counter.yes(offer)))
                .isEqualTo(new AcceptOffer.Closed(OfferState.DECLINED));
        assertThat(counter.count("award WHERE offer_id = ?", offer.value())).isZero();
        assertThat(counter.audited("OFFER_DECLINED", offer.value())).isEqualTo(1);
    }

    @Test
    void anotherOrganisationDoesNotFindTheOffer() {
        OfferId offer = counter.offered();
        var other = counter.house.organisation("Jardins de l’Exemple");

        Optional<Offer> found = counter.platform
                .database()
                .inOrganisation(other, handle -> counter.award.offers().find(handle, other, offer));
        assertThat(found).isEmpty();
        assertThatThrownBy(() -> counter.award.change().print(other, counter.counsellor, offer))
                .isInstanceOf(ProblemException.class);
        Optional<OfferRow> row = counter.platform
                .database()
                .inOrganisation(
                        other,
                        handle -> handle.attach(OfferDao.class).find(offer.value(), counter.organisation.value()));
        assertThat(row).isEmpty();
    }

    @Test
    void theListIsPagedByKeyAndFilteredByState() {
        try (Counter own = Counter.open()) {
            OfferId first = own.offered();
            own.house.clock().advance(Duration.ofMinutes(1));
            OfferId second = own.offered();
            own.house.clock().advance(Duration.ofMinutes(1));
            OfferId third = own.offered();
            own.award.refuse().decline(own.organisation, second);

            own.platform.database().inOrganisation(own.organisation, handle -> {
                var newest = own.award.offers().page(handle, own.organisation, null, null, 2);
                assertThat(newest).extracting(Offer::id).containsExactly(third, second);
                assertThat(own.award.offers().page(handle, own.organisation, null, newest.get(1), 2))
                        .extracting(Offer::id)
                        .containsExactly(first);
                assertThat(own.award.offers().page(handle, own.organisation, OfferState.DECLINED, null, 9))
                        .extracting(Offer::id)
                        .containsExactly(second);
                return UUID.randomUUID();
            });
        }
    }
}
