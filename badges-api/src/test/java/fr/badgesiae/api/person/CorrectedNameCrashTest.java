package fr.badgesiae.api.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.credential.batch.BatchModule;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A corrected name, while signers stop and others act. */
class CorrectedNameCrashTest extends CorrectedName {
    /** The signer stops after the commit. */
    private void correctAndStop() {
        fixture.platform.database().inOrganisation(fixture.organisation, handle -> {
            handle.execute("UPDATE worker SET last_name = 'Modèle' WHERE id = ?", person.value());
            return fixture.edition.reissue().reissue(handle, fixture.organisation, person);
        });
    }

    private void finish() {
        fixture.setup.clock().advance(Duration.ofSeconds(21));
        new BatchModule(fixture.platform, fixture.credentials)
                .jobs()
                .forEach(job -> job.act().run());
    }

    @Test
    void aSignerThatStopsLeavesTheBadgeInForceAndTheJobFinishes() throws Exception {
        correctAndStop();
        CredentialId now = successor(badge);
        assertThat(state(now)).isEqualTo(CredentialState.PREPARED);
        assertThat(state(badge)).isEqualTo(CredentialState.ISSUED);
        assertThat(setBits()).isZero();

        finish();

        assertThat(state(now)).isEqualTo(CredentialState.ISSUED);
        assertThat(state(badge)).isEqualTo(CredentialState.REVOKED);
        assertThat(name(document(now))).isEqualTo("Alix M.");
    }

    @Test
    void aSecondCorrectionBeforeTheSignatureLeavesOneSuccessor() throws Exception {
        correctAndStop();
        correct(new PersonForm("Alix", "Nouvelle"), 1);

        CredentialId now = successor(badge);
        assertThat(name(document(now))).isEqualTo("Alix N.");
        assertThat(fixture.count("credential WHERE state = 'VOIDED'")).isEqualTo(1);
        assertThat(fixture.count("credential WHERE state = 'ISSUED'")).isEqualTo(1);
    }

    @Test
    void aBadgeThatIsNotSignedYetIsSignedUnderTheNewNameAlone() throws Exception {
        OfferId second = fixture.offered(person);
        CredentialId unsigned = fixture.withoutKeys(() -> ((AcceptOffer.Accepted)
                        fixture.claims.accept().apply(fixture.organisation, second, fixture.yes(second)))
                .credential());
        assertThat(state(unsigned)).isEqualTo(CredentialState.PREPARED);

        correct(MARRIED, 2);

        assertThat(state(unsigned)).isEqualTo(CredentialState.VOIDED);
        CredentialId now = new CredentialId(fixture.owner.withHandle(
                handle -> handle.select("SELECT credential_id FROM acceptance WHERE offer_id = ?", second.value())
                        .mapTo(UUID.class)
                        .one()));
        assertThat(name(document(now))).isEqualTo("Alix M.");
        assertThat(of(now, "edition", Integer.class)).isEqualTo(1);
        assertThat(setBits()).as("only that of the other badge").isEqualTo(1);
    }

    @Test
    void aRevocationMeanwhileGivesTheSuccessorUp() {
        correctAndStop();
        CredentialId now = successor(badge);
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

        finish();

        assertThat(state(now)).isEqualTo(CredentialState.VOIDED);
        assertThat(of(badge, "public_reason", PublicReason.class)).isEqualTo(PublicReason.WRONG_CONTENT);
    }

    @Test
    void aSuccessorThatOurOwnVerifierRefusesLeavesTheBadgeAndTheDeskReadsIt() {
        CredentialId link = signed(NameChoice.FULL);
        correctAndStop();
        fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE credential_document SET payload = replace(payload, '\"awardedDate\"', '\"unknownTerm\"')"));
        UUID ofBadge = successor(badge).value();
        UUID ofLink = successor(link).value();

        finish();

        assertThat(List.of(state(new CredentialId(ofBadge)), state(new CredentialId(ofLink))))
                .containsOnly(CredentialState.VOIDED);
        assertThat(List.of(state(badge), state(link))).containsOnly(CredentialState.ISSUED);
        assertThat(fixture.audited("CREDENTIAL_NOT_REISSUED", ofBadge)).isEqualTo(1);
        assertThat(fixture.audited("EDITION_NOT_REISSUED", ofLink)).isEqualTo(1);
        assertThat(fixture.audited("EDITION_VOIDED", ofBadge)).isZero();
    }

    @Test
    void nothingIsCorrectedWhileNoKeySigns() {
        assertThatThrownBy(() -> fixture.withoutKeys(() -> correct(MARRIED, 1))).isInstanceOf(ProblemException.class);
        assertThat(fixture.person(person).lastName()).isEqualTo("Exemple");
        assertThat(fixture.count("credential")).isEqualTo(1);
    }
}
