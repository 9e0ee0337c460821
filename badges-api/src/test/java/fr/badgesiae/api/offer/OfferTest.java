package fr.badgesiae.api.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.claim.OpenClaim;
import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.text.Dispute;
import fr.badgesiae.api.platform.Pins;
import fr.badgesiae.api.platform.client.Client;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OfferTest {
    private static final Duration THIRTEEN_MONTHS = Duration.ofDays(395);

    private static ClaimFixture fixture;

    @BeforeAll
    static void open() {
        fixture = ClaimFixture.open();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static Map<String, Object> row(OfferId offer) {
        return fixture.owner.withHandle(handle -> handle.select(
                        "SELECT code_lookup, pin_hash, code_sealed, pin_sealed, state FROM offer WHERE id = ?",
                        offer.value())
                .mapToMap()
                .one());
    }

    private static ListOffers.Filter only(ListOffers.Part part) {
        return new ListOffers.Filter(Optional.of(part), Optional.empty(), Optional.empty());
    }

    private static void assertErased(OfferId offer) {
        assertThat(row(offer)).containsEntry("code_sealed", null).containsEntry("pin_sealed", null);
        assertThatThrownBy(() -> fixture.slip(offer)).isInstanceOf(ProblemException.class);
    }

    @Test
    void anOpenOfferPrintsTheSameSlipAgainAndEachPrintIsAudited() {
        OfferId offer = fixture.offered();

        SlipSecrets.Clear first = fixture.slip(offer);
        SlipSecrets.Clear second = fixture.slip(offer);

        assertThat(second).isEqualTo(first);
        assertThat(Pins.acceptable(first.pin())).isTrue();
        assertThat(fixture.find(offer).prints()).isEqualTo(2);
        assertThat(fixture.audited("SLIP_PRINTED", offer.value())).isEqualTo(2);
        assertThat(fixture.audited("OFFER_MADE", offer.value())).isEqualTo(1);
    }

    @Test
    void neitherCodeNorPinStandsInTheTableInClear() {
        OfferId offer = fixture.offered();
        SlipSecrets.Clear slip = fixture.slip(offer);

        String stored = fixture.owner.withHandle(
                handle -> handle.select("SELECT offer::text FROM offer WHERE id = ?", offer.value())
                        .mapTo(String.class)
                        .one());

        assertThat(stored).doesNotContain(slip.code().value(), slip.pin());
        assertThat(slip.toString()).isEqualTo("[REDACTED]");
    }

    /** Whoever may write to the table makes no slip of an offer out of that of another. */
    @Test
    void aSealedCodeOpensForItsOfferAlone() {
        OfferId offer = fixture.offered();
        byte[] code = (byte[]) row(offer).get("code_sealed");
        byte[] pin = (byte[]) row(offer).get("pin_sealed");
        UUID id = offer.value();

        assertThat(fixture.offers.slips().openCode(id, code))
                .isEqualTo(fixture.slip(offer).code());
        assertThatThrownBy(() -> fixture.offers.slips().openCode(UUID.randomUUID(), code))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fixture.offers.slips().openCode(id, pin)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void reissuingInvalidatesTheOldCodeAndUnlocks() {
        OfferId offer = fixture.offered();
        SlipSecrets.Clear old = fixture.slip(offer);
        for (int i = 0; i < Offer.MOST_WRONG_PINS; i++) {
            fixture.claims.open().apply(old.code(), ClaimFixture.wrong(old.pin()), Client.unknown());
        }
        assertThat(fixture.find(offer).locked()).isTrue();
        assertThatThrownBy(() -> fixture.slip(offer))
                .as("a slip that opens nothing is not printed")
                .isInstanceOf(ProblemException.class);

        fixture.offers.reissue().apply(fixture.organisation, fixture.counsellor, offer);

        assertThat(fixture.find(offer).prints()).as("prints of the new slip").isZero();
        SlipSecrets.Clear fresh = fixture.slip(offer);
        assertThat(fixture.claims.open().apply(old.code(), old.pin(), Client.unknown()))
                .isInstanceOf(OpenClaim.Unknown.class);
        assertThat(fixture.claims.open().apply(fresh.code(), fresh.pin(), Client.unknown()))
                .isInstanceOf(OpenClaim.Open.class);
        assertThat(fixture.audited("OFFER_REISSUED", offer.value())).isEqualTo(1);
    }

    @Test
    void cancellingErasesTheSecretsAndCannotBeDoneTwice() {
        OfferId offer = fixture.offered();
        SlipSecrets.Clear slip = fixture.slip(offer);

        fixture.offers.cancel().apply(fixture.organisation, fixture.counsellor, offer);

        assertErased(offer);
        assertThat(fixture.claims.open().apply(slip.code(), slip.pin(), Client.unknown()))
                .isEqualTo(new OpenClaim.Closed(OfferState.CANCELLED));
        assertThatThrownBy(() -> fixture.offers.cancel().apply(fixture.organisation, fixture.counsellor, offer))
                .isInstanceOf(ProblemException.class);
        assertThat(fixture.audited("OFFER_CANCELLED", offer.value())).isEqualTo(1);
    }

    @Test
    void anOfferEndsAfterTwelveMonthsWithAndWithoutTheJob() {
        try (ClaimFixture own = ClaimFixture.open()) {
            OfferId offer = own.offered();
            SlipSecrets.Clear slip = own.slip(offer);
            own.setup.clock().advance(THIRTEEN_MONTHS);

            assertThat(own.claims.open().apply(slip.code(), slip.pin(), Client.unknown()))
                    .isEqualTo(new OpenClaim.Closed(OfferState.EXPIRED));
            assertThat(own.claims.accept().apply(own.organisation, offer, own.yes(offer)))
                    .isEqualTo(new AcceptOffer.Closed(OfferState.EXPIRED));
            assertThat(own.offers.expire().apply()).isEqualTo(1);
            assertThat(own.offers.expire().apply()).isZero();
            assertThat(own.state(offer)).isEqualTo(OfferState.EXPIRED);
            assertThat(own.count("offer WHERE id = ? AND code_sealed IS NULL AND pin_hash IS NULL", offer.value()))
                    .isEqualTo(1);
            assertThat(own.audited("OFFER_EXPIRED", offer.value())).isEqualTo(1);

            own.offers.reissue().apply(own.organisation, own.counsellor, offer);
            assertThat(own.state(offer)).isEqualTo(OfferState.OFFERED);
        }
    }

    @Test
    void aDisputeGoesBackToTheCounsellorWhoCorrectsAndSendsAgain() {
        OfferId offer = fixture.offered();
        SlipSecrets.Clear old = fixture.slip(offer);

        OfferState state = fixture.claims.dispute().apply(fixture.organisation, offer, Dispute.TEXT);

        assertThat(state).isEqualTo(OfferState.DISPUTED);
        assertThat(fixture.find(offer).dispute()).isEqualTo(Dispute.TEXT);
        assertErased(offer);
        assertThat(fixture.claims.find().apply(old.code())).isEqualTo(new OpenClaim.Closed(OfferState.DISPUTED));
        assertThatThrownBy(() -> fixture.offers.reissue().apply(fixture.organisation, fixture.counsellor, offer))
                .isInstanceOf(ProblemException.class);

        assertThat(fixture.offers
                        .correct()
                        .apply(fixture.organisation, fixture.counsellor, offer, "Peint seule deux murs.", "")
                        .isEmpty())
                .isTrue();

        assertThat(fixture.state(offer)).isEqualTo(OfferState.OFFERED);
        assertThat(fixture.find(offer).narrative()).isEqualTo("Peint seule deux murs.");
        assertThat(fixture.find(offer).dispute()).isNull();
        SlipSecrets.Clear fresh = fixture.slip(offer);
        assertThat(fixture.claims.open().apply(fresh.code(), fresh.pin(), Client.unknown()))
                .isInstanceOf(OpenClaim.Open.class);
        assertThat(fixture.audited("OFFER_CORRECTED", offer.value())).isEqualTo(1);
    }

    @Test
    void aCorrectionWithoutWordsChangesNothing() {
        OfferId offer = fixture.offered();

        assertThat(fixture.offers
                        .correct()
                        .apply(fixture.organisation, fixture.counsellor, offer, "  ", "")
                        .byField())
                .containsOnlyKeys("narrative");
        assertThat(fixture.find(offer).narrative()).isEqualTo("Peint seule un mur.");
    }

    @Test
    void decliningErasesTheSecretsAndIsFinal() {
        OfferId offer = fixture.offered();

        assertThat(fixture.claims.decline().apply(fixture.organisation, offer)).isEqualTo(OfferState.DECLINED);
        assertThat(fixture.claims.dispute().apply(fixture.organisation, offer, Dispute.NOT_ME))
                .isEqualTo(OfferState.DECLINED);

        assertErased(offer);
        assertThat(fixture.claims.accept().apply(fixture.organisation, offer, fixture.yes(offer)))
                .isEqualTo(new AcceptOffer.Closed(OfferState.DECLINED));
        assertThat(fixture.count("award WHERE offer_id = ?", offer.value())).isZero();
        assertThat(fixture.audited("OFFER_DECLINED", offer.value())).isEqualTo(1);
    }

    @Test
    void anotherOrganisationDoesNotFindTheOffer() {
        OfferId offer = fixture.offered();
        var other = fixture.setup.organisation("Jardins de l’Exemple");

        Optional<Offer> found = fixture.platform
                .database()
                .inOrganisation(other, handle -> fixture.offers.offers().find(handle, other, offer));
        assertThat(found).isEmpty();
        assertThatThrownBy(() -> fixture.offers.print().apply(other, fixture.counsellor, offer))
                .isInstanceOf(ProblemException.class);
        Optional<OfferRow> row = fixture.platform
                .database()
                .inOrganisation(
                        other,
                        handle -> handle.attach(OfferDao.class).find(offer.value(), fixture.organisation.value()));
        assertThat(row).isEmpty();
    }

    @Test
    void theListIsPagedByKeyAndFilteredByState() {
        try (ClaimFixture own = ClaimFixture.open()) {
            OfferId first = own.offered();
            own.setup.clock().advance(Duration.ofMinutes(1));
            OfferId second = own.offered();
            own.setup.clock().advance(Duration.ofMinutes(1));
            OfferId third = own.offered();
            own.claims.decline().apply(own.organisation, second);

            ListOffers list = new ListOffers(own.platform.database(), own.platform.clock(), 2);
            ListOffers.Found newest =
                    list.apply(own.organisation, ListOffers.Filter.NONE, ListOffers.NEWEST_FIRST, Optional.empty());
            assertThat(newest.lines()).extracting(ListOffers.Line::id).containsExactly(third, second);
            assertThat(list.apply(own.organisation, ListOffers.Filter.NONE, ListOffers.NEWEST_FIRST, newest.next())
                            .lines())
                    .extracting(ListOffers.Line::id)
                    .containsExactly(first);
            assertThat(list.apply(
                                    own.organisation,
                                    only(ListOffers.Part.DECLINED),
                                    ListOffers.NEWEST_FIRST,
                                    Optional.empty())
                            .lines())
                    .extracting(ListOffers.Line::id)
                    .containsExactly(second);
        }
    }
}
