package fr.badgesiae.api.claim;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.edition.pause.PauseBadge;
import fr.badgesiae.api.offer.OfferBadge;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.share.ShareBadge;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the links and copies of a badge that another renews. */
class RenewedEditionsTest {
    private static final EditionChoice NAMELESS = ClaimFixture.choice(NameChoice.NONE, false);
    private static final EditionChoice COPY = ClaimFixture.choice(NameChoice.FULL, false)
            .in(new WalletBinding(WalletKind.LEARNER_CREDENTIAL_WALLET, "did:key:z6MkExample1"));

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

    private OfferId renewal(String evidence) {
        OfferRequest request = new OfferRequest(person, fixture.version, "Peint seule deux murs.", evidence);
        return ((OfferBadge.Offered)
                        fixture.offers.offer().apply(fixture.organisation, fixture.counsellor, request, badge))
                .offer();
    }

    private AcceptOffer.Outcome answer(OfferId offer, NameChoice name, boolean evidence) {
        return fixture.claims
                .accept()
                .apply(
                        fixture.organisation,
                        offer,
                        new AcceptOffer.Acceptance(
                                name, evidence, fixture.find(offer).text().fingerprint(), null));
    }

    private CredentialId accept(OfferId offer, NameChoice name, boolean evidence) {
        return ((AcceptOffer.Accepted) answer(offer, name, evidence)).credential();
    }

    private CredentialId edition(EditionChoice choice) {
        return ((SignEdition.Signed) fixture.editions.apply(holder, badge, choice)).edition();
    }

    private boolean revoke(CredentialId which) {
        return fixture.credentials
                .revokeAtDesk()
                .apply(fixture.organisation, which, PublicReason.WRONG_PERSON, "", fixture.counsellor);
    }

    private PauseBadge.Outcome pause(CredentialId which) {
        return fixture.edition
                .pause()
                .apply(fixture.organisation, which, PublicReason.PAUSED_TO_CHECK, "", fixture.counsellor);
    }

    private ShowClaim show() {
        return new ShowClaim(fixture.platform.database(), fixture.offers.offers(), fixture.platform.clock());
    }

    private String state(CredentialId id) {
        return fixture.owner.withHandle(handle -> handle.select(
                        "SELECT concat_ws(' ', state, public_reason) FROM credential WHERE id = ?", id.value())
                .mapTo(String.class)
                .one());
    }

    private CredentialId shownBy(UUID link) {
        return new CredentialId(fixture.owner.withHandle(
                handle -> handle.select("SELECT credential_id FROM share_link WHERE id = ?", link)
                        .mapTo(UUID.class)
                        .one()));
    }

    @Test
    void aCopyOfBeforeIsRevokedWithTheBadgeThatRenewedIt() {
        CredentialId copy = edition(COPY);
        CredentialId now = accept(renewal("Chantier de la gare."), NameChoice.FULL, true);
        assertThat(state(copy)).as("copies stay until their own end").isEqualTo("ISSUED");

        assertThat(revoke(now)).isTrue();

        assertThat(state(copy)).isEqualTo("REVOKED WRONG_PERSON");
        assertThat(state(badge)).isEqualTo("REVOKED RENEWED");
        assertThat(fixture.count("status_list WHERE bit_count(bits) = 3")).isEqualTo(1);
        assertThat(revoke(badge)).as("nothing is left of it").isFalse();
    }

    @Test
    void aFormOfBeforeTheRenewalRevokesCopiesAloneAndIsAudited() {
        CredentialId copy = edition(COPY);
        CredentialId now = accept(renewal("Chantier de la gare."), NameChoice.FULL, true);

        assertThat(revoke(badge)).isTrue();

        assertThat(state(copy)).isEqualTo("REVOKED WRONG_PERSON");
        assertThat(state(now)).isEqualTo("ISSUED");
        assertThat(fixture.audited("CREDENTIAL_REVOKED", badge.value())).isEqualTo(1);
    }

    @Test
    void aPauseReachesCopiesOfBeforeAndTheyDoNotComeBack() {
        CredentialId copy = edition(COPY);
        CredentialId now = accept(renewal("Chantier de la gare."), NameChoice.FULL, true);

        pause(now);
        assertThat(state(copy)).isEqualTo("REVOKED PAUSED_TO_CHECK");
        fixture.edition.resume().apply(fixture.organisation, now, fixture.counsellor);

        assertThat(state(copy)).as("the pause is over, the copy too").isEqualTo("REVOKED RESUMED");
        assertThat(fixture.count("credential WHERE edition = 1 AND state = 'ISSUED'"))
                .isEqualTo(1);
    }

    @Test
    void aLinkThatIsMadeWhileTheNewBadgeIsSignedEndsWithTheOldOne() {
        OfferId offer = renewal("Chantier de la gare.");
        CredentialId now = fixture.withoutKeys(() -> accept(offer, NameChoice.FULL, true));
        UUID late = fixture.share(holder, new ShareBadge.Wish(badge, NAMELESS, "Vitrine", 30));

        fixture.credentials.finishCredential().apply(fixture.organisation, now);

        assertThat(state(now)).isEqualTo("ISSUED");
        assertThat(state(shownBy(late))).isEqualTo("REVOKED RENEWED");
    }

    /** Two links; the new badge is released, and what the second link will show is not. */
    private CredentialId halfRenewed(UUID link) {
        CredentialId shown = shownBy(link);
        OfferId offer = renewal("Chantier de la gare.");
        CredentialId now = fixture.withoutKeys(() -> accept(offer, NameChoice.FULL, true));
        fixture.credentials.finishCredential().apply(fixture.organisation, now);
        assertThat(state(now)).isEqualTo("ISSUED");
        assertThat(state(shown)).as("its successor waits for a signature").isEqualTo("ISSUED");
        return now;
    }

    @Test
    void whatALinkShowsDoesNotOutliveTheBadgeWhoseEditionIsGivenUp() {
        UUID link = fixture.share(holder, new ShareBadge.Wish(badge, NAMELESS, "Vitrine", 30));
        CredentialId shown = shownBy(link);
        CredentialId now = halfRenewed(link);

        assertThat(pause(now)).isEqualTo(PauseBadge.Outcome.DONE);

        assertThat(state(shown)).isEqualTo("REVOKED RENEWED");
        assertThat(fixture.count("credential WHERE state IN ('ISSUED', 'PREPARED')"))
                .isZero();
    }

    @Test
    void whatALinkShowsIsRevokedWithTheBadgeThatRenewsIt() {
        UUID link = fixture.share(holder, new ShareBadge.Wish(badge, NAMELESS, "Vitrine", 30));
        CredentialId now = halfRenewed(link);

        revoke(now);

        assertThat(state(shownBy(link))).isEqualTo("REVOKED WRONG_PERSON");
    }

    @Test
    void whatALinkShowsDoesNotOutliveASuccessorThatOurVerifierRefuses() {
        UUID link = fixture.share(holder, new ShareBadge.Wish(badge, NAMELESS, "Vitrine", 30));
        CredentialId shown = shownBy(link);
        halfRenewed(link);
        UUID waiting = fixture.owner.withHandle(
                handle -> handle.select("SELECT id FROM credential WHERE supersedes = ?", shown.value())
                        .mapTo(UUID.class)
                        .one());
        fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE credential_document SET payload = replace(payload, '\"OpenBadgeCredential\"', '\"Other\"')"
                        + " WHERE credential_id = ?",
                waiting));

        fixture.credentials.finishCredential().apply(fixture.organisation, new CredentialId(waiting));

        assertThat(state(new CredentialId(waiting))).isEqualTo("VOIDED");
        assertThat(state(shown)).isEqualTo("REVOKED RENEWED");
    }

    @Test
    void aLinkThatFollowsShowsNoNewEvidenceAndNoNameThatWereDeclinedNow() {
        UUID link = fixture.share(holder, badge, "Garage", 30);

        accept(renewal("Chantier du port."), NameChoice.NONE, false);

        assertThat(fixture.signed(shownBy(link)).document())
                .contains("deux murs")
                .doesNotContain("Alix", "port");
    }

    @Test
    void aLinkKeepsEvidenceThatIsTheSame() {
        UUID link = fixture.share(holder, badge, "Garage", 30);

        CredentialId now = accept(renewal("Chantier de la gare."), NameChoice.FULL, false);

        assertThat(shownBy(link)).isNotEqualTo(now);
        assertThat(fixture.signed(shownBy(link)).document()).contains("gare", "Alix E.");
        assertThat(fixture.signed(now).document()).doesNotContain("gare");
    }

    @Test
    void nothingIsAcceptedInThePlaceOfABadgeThatIsPausedOrRevoked() {
        OfferId offer = renewal("Chantier de la gare.");
        pause(badge);

        assertThat(answer(offer, NameChoice.FULL, true)).isInstanceOf(AcceptOffer.Paused.class);
        assertThat(show().apply(fixture.organisation, offer)).isInstanceOf(ShowClaim.Paused.class);
        assertThat(fixture.state(offer)).as("it waits").isEqualTo(OfferState.OFFERED);
        revoke(badge);
        assertThat(answer(offer, NameChoice.FULL, true)).isEqualTo(new AcceptOffer.Closed(OfferState.CANCELLED));
        assertThat(show().apply(fixture.organisation, offer)).isEqualTo(new ShowClaim.Closed(OfferState.CANCELLED));
        assertThat(fixture.credential(badge).state()).isEqualTo(CredentialState.REVOKED);
        assertThat(fixture.count("credential")).isEqualTo(1);
    }
}
