package fr.badgesiae.api.claim;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.offer.OfferBadge;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.share.ShareBadge;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An offer that renews a badge, and what it changes once it is accepted. */
class RenewalTest {
    private ClaimFixture fixture;
    private PersonId person;
    private HolderId holder;
    private CredentialId badge;

    @BeforeEach
    void open() {
        fixture = ClaimFixture.open();
        person = fixture.person();
        AcceptOffer.Accepted accepted = fixture.accepted(fixture.offered(person));
        holder = accepted.holder();
        badge = accepted.credential();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private OfferBadge.Outcome renew(PersonId who, CredentialId renewed) {
        return fixture.offers
                .offer()
                .apply(
                        fixture.organisation,
                        fixture.counsellor,
                        new OfferRequest(who, fixture.version, "Peint seule deux murs.", "Chantier de la gare."),
                        renewed);
    }

    private OfferId renewed() {
        return ((OfferBadge.Offered) renew(person, badge)).offer();
    }

    private CredentialId accept(OfferId offer, NameChoice name, boolean evidence) {
        return ((AcceptOffer.Accepted) fixture.claims
                        .accept()
                        .apply(
                                fixture.organisation,
                                offer,
                                new AcceptOffer.Acceptance(
                                        name,
                                        evidence,
                                        fixture.find(offer).text().fingerprint(),
                                        null)))
                .credential();
    }

    private CredentialId shownBy(UUID link) {
        return new CredentialId(fixture.owner.withHandle(
                handle -> handle.select("SELECT credential_id FROM share_link WHERE id = ?", link)
                        .mapTo(UUID.class)
                        .one()));
    }

    private String name(CredentialId id) {
        return fixture.owner.withHandle(
                handle -> handle.select("SELECT displayed_name FROM credential WHERE id = ?", id.value())
                        .map((row, context) -> row.getString(1) == null ? "" : row.getString(1))
                        .one());
    }

    @Test
    void theBadgeIsReplacedOnceTheNewOneIsAcceptedAndNotBefore() {
        UUID link = fixture.share(holder, badge, "Garage", 30);
        OfferId offer = renewed();
        assertThat(fixture.find(offer).renews()).isEqualTo(badge);
        assertThat(fixture.credential(badge).state()).isEqualTo(CredentialState.ISSUED);

        CredentialId now = accept(offer, NameChoice.FIRST_AND_INITIAL, true);

        IssuedCredential old = fixture.credential(badge);
        assertThat(old.state()).isEqualTo(CredentialState.REVOKED);
        assertThat(old.publicReason()).isEqualTo(PublicReason.RENEWED);
        assertThat(fixture.credential(now).state()).isEqualTo(CredentialState.ISSUED);
        assertThat(shownBy(link)).isEqualTo(now);
        assertThat(fixture.count("status_list WHERE bit_count(bits) = 1")).isEqualTo(1);
        assertThat(fixture.audited("CREDENTIAL_RENEWED", badge.value())).isEqualTo(1);
        var shown = fixture.credentials.showCredential().apply(fixture.organisation, badge);
        assertThat(shown.renewedBy()).isEqualTo(now);
        assertThat(shown.credential().id()).as("it is still there to read").isEqualTo(badge);
    }

    @Test
    void aLinkShowsNoMoreOfTheNewBadgeThanItsHolderChose() {
        UUID accepted = fixture.share(holder, badge, "Garage", 30);
        EditionChoice nameless = ClaimFixture.choice(NameChoice.NONE, false);
        UUID hidden = fixture.share(holder, new ShareBadge.Wish(badge, nameless, "Vitrine", 30));
        CredentialId copyless = ((SignEdition.Signed)
                        fixture.editions.apply(holder, badge, ClaimFixture.choice(NameChoice.FULL, false)))
                .edition();

        CredentialId now = accept(renewed(), NameChoice.FULL, true);

        assertThat(name(now)).isEqualTo("Alix Exemple");
        assertThat(shownBy(accepted)).isNotIn(now, badge);
        assertThat(name(shownBy(accepted))).isEqualTo("Alix E.");
        assertThat(name(shownBy(hidden))).isEmpty();
        assertThat(fixture.signed(shownBy(hidden)).document())
                .contains("deux murs")
                .doesNotContain("Alix", "gare");
        assertThat(fixture.count("credential WHERE state = 'ISSUED'")).isEqualTo(3);
        assertThat(fixture.count("credential WHERE public_reason = 'RENEWED'")).isEqualTo(3);
        assertThat(fixture.count("credential WHERE id = ? AND public_reason = 'RENEWED'", copyless.value()))
                .as("what nothing shows goes too")
                .isEqualTo(1);
        assertThat(fixture.audited("CREDENTIAL_RENEWED", badge.value())).isEqualTo(1);
    }

    @Test
    void aRefusedOfferChangesNothing() {
        OfferId offer = renewed();

        assertThat(fixture.claims.decline().apply(fixture.organisation, offer)).isEqualTo(OfferState.DECLINED);

        assertThat(fixture.credential(badge).state()).isEqualTo(CredentialState.ISSUED);
        assertThat(renew(person, badge)).as("it can be offered again").isInstanceOf(OfferBadge.Offered.class);
    }

    @Test
    void onlyABadgeInForceOfTheSamePersonIsRenewedAndOnce() {
        assertThat(renew(fixture.person(), badge)).isInstanceOf(OfferBadge.Refused.class);
        assertThat(fixture.count("offer")).as("nothing is written").isEqualTo(1);
        renewed();
        assertThat(renew(person, badge)).as("one is open").isInstanceOf(OfferBadge.Refused.class);
        revoke();
        assertThat(renew(person, badge)).isInstanceOf(OfferBadge.Refused.class);
    }

    private void revoke() {
        fixture.platform
                .database()
                .inOrganisation(
                        fixture.organisation,
                        handle -> fixture.credentials
                                .revoke()
                                .revoke(
                                        handle,
                                        fixture.organisation,
                                        badge,
                                        PublicReason.WRONG_CONTENT,
                                        "",
                                        Actor.SYSTEM));
    }

    @Test
    void anOfferOfBeforeIsNotMadeAgainWhereAnotherRenewsTheBadgeOrItIsNotInForce() {
        OfferId first = renewed();
        fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE offer SET state = 'EXPIRED', pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL WHERE id = ?",
                first.value()));
        OfferId second = renewed();

        assertThat(again(first)).isEqualTo(ProblemType.CONFLICT);
        assertThat(again(second)).as("itself is no other").isNull();
        fixture.offers.cancel().apply(fixture.organisation, fixture.counsellor, second);
        revoke();
        assertThat(again(first)).isEqualTo(ProblemType.CONFLICT);
        assertThat(fixture.state(first)).isEqualTo(OfferState.EXPIRED);
    }

    private @Nullable ProblemType again(OfferId offer) {
        try {
            fixture.offers.reissue().apply(fixture.organisation, fixture.counsellor, offer);
            return null;
        } catch (ProblemException problem) {
            return problem.type();
        }
    }

    @Test
    void ofOffersAtOneMomentOneRenewsTheBadge() throws Exception {
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<OfferBadge.Outcome> offer = () -> {
                together.await();
                return renew(person, badge);
            };
            for (Future<OfferBadge.Outcome> answer : threads.invokeAll(Collections.nCopies(4, offer))) {
                assertThat(answer.get()).isInstanceOfAny(OfferBadge.Offered.class, OfferBadge.Refused.class);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(fixture.count("offer WHERE renews IS NOT NULL")).isEqualTo(1);
    }

    @Test
    void aBadgeThatIsRevokedWhileTheNewOneIsSignedStaysRevoked() {
        OfferId offer = renewed();
        CredentialId now = fixture.withoutKeys(() -> accept(offer, NameChoice.FIRST_AND_INITIAL, true));
        assertThat(fixture.credential(badge).state())
                .as("in force until the new one is")
                .isEqualTo(CredentialState.ISSUED);
        revoke();

        assertThat(fixture.credentials.finishCredential().apply(fixture.organisation, now))
                .isTrue();

        assertThat(fixture.credential(badge).publicReason()).isEqualTo(PublicReason.WRONG_CONTENT);
        assertThat(fixture.credential(now).state()).isEqualTo(CredentialState.ISSUED);
    }

    @Test
    void anAddressOfBeforeAPauseRenewsWhatCameBack() {
        fixture.edition
                .pause()
                .apply(fixture.organisation, badge, PublicReason.PAUSED_TO_CHECK, "", fixture.counsellor);
        fixture.edition.resume().apply(fixture.organisation, badge, fixture.counsellor);

        accept(renewed(), NameChoice.FIRST_AND_INITIAL, true);

        assertThat(fixture.count("credential WHERE edition = 1 AND public_reason = 'RENEWED'"))
                .isEqualTo(1);
    }

    @Test
    void aBadgeThatIsPausedWhileTheNewOneIsSignedIsReplacedToo() {
        OfferId offer = renewed();
        CredentialId now = fixture.withoutKeys(() -> accept(offer, NameChoice.NONE, false));
        fixture.edition
                .pause()
                .apply(fixture.organisation, badge, PublicReason.PAUSED_TO_CHECK, "", fixture.counsellor);

        fixture.credentials.finishCredential().apply(fixture.organisation, now);

        assertThat(fixture.credential(badge).publicReason()).isEqualTo(PublicReason.RENEWED);
    }
}
