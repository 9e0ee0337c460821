package fr.badgesiae.api.edition;

import static fr.badgesiae.api.edition.AcceptedBadge.ACCEPTED;
import static fr.badgesiae.api.edition.AcceptedBadge.FULL;
import static fr.badgesiae.api.edition.AcceptedBadge.NAMELESS;
import static fr.badgesiae.api.edition.AcceptedBadge.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Editions: other choices of a holder, signed on demand. */
class EditionTest {
    @RegisterExtension
    final AcceptedBadge held = new AcceptedBadge();

    @Test
    void whatWasAcceptedIsTheBadgeItself() {
        assertThat(held.signed(ACCEPTED)).isEqualTo(held.badge);
        assertThat(held.fixture.count("credential")).isEqualTo(1);
    }

    @Test
    void anotherNameIsAnotherCredentialOfTheSameAward() {
        CredentialId edition = held.signed(FULL);

        assertThat(edition).isNotEqualTo(held.badge);
        assertThat(held.document(edition)
                        .at("/credentialSubject/identifier/0/identityHash")
                        .asText())
                .isEqualTo("Alix Exemple");
        assertThat(held.document(edition).at("/credentialSubject/achievement"))
                .isEqualTo(held.document(held.badge).at("/credentialSubject/achievement"));
        assertThat(held.document(edition).get("awardedDate"))
                .isEqualTo(held.document(held.badge).get("awardedDate"));
        assertThat(held.subject(edition)).isEqualTo(held.subject(held.badge));
        assertThat(held.document(edition).at("/credentialStatus/statusListIndex"))
                .isNotEqualTo(held.document(held.badge).at("/credentialStatus/statusListIndex"));
        assertThat(held.fixture.count("award")).isEqualTo(1);
        assertThat(held.fixture.audited("EDITION_ASKED", edition.value())).isEqualTo(1);
        assertThat(held.fixture.audited("EDITION_SIGNED", edition.value())).isEqualTo(1);
    }

    @Test
    void theSameChoiceIsSignedOnce() {
        CredentialId first = held.signed(FULL);

        assertThat(held.signed(FULL)).isEqualTo(first);
        assertThat(held.fixture.count("credential")).isEqualTo(2);
    }

    @Test
    void nothingLeadsFromAnEditionWithoutANameToOneWithAName() {
        CredentialId nameless = held.signed(NAMELESS);
        CredentialId another = held.signed(ClaimFixture.choice(NameChoice.NONE, true));

        assertThat(held.fixture.signed(nameless).document()).doesNotContain("Alix");
        assertThat(Set.of(held.subject(held.badge), held.subject(nameless), held.subject(another)))
                .hasSize(3);
        assertThat(held.document(nameless).at("/credentialStatus/id"))
                .isNotEqualTo(held.document(held.badge).at("/credentialStatus/id"));
    }

    @Test
    void aBadgeAcceptedWithoutANameHasASubjectOfItsOwn() {
        OfferId second =
                held.fixture.offered(held.fixture.find(held.offer).person().id());
        var answer = held.fixture.yes(second);
        var accepted = (AcceptOffer.Accepted) held.fixture
                .claims
                .accept()
                .apply(
                        held.fixture.organisation,
                        second,
                        new AcceptOffer.Acceptance(NameChoice.NONE, true, answer.fingerprint(), null));

        assertThat(held.subject(accepted.credential())).isNotEqualTo(held.subject(held.badge));
    }

    @Test
    void evidenceIsShownWhenItIsChosen() {
        assertThat(held.document(held.signed(ClaimFixture.choice(NameChoice.FULL, false)))
                        .has("evidence"))
                .isFalse();
        assertThat(held.document(held.signed(FULL)).at("/evidence/0/narrative").asText())
                .isEqualTo("Chantier de la gare.");
    }

    @Test
    void aRevocationIsThatOfEveryEdition() {
        CredentialId full = held.signed(FULL);
        CredentialId nameless = held.signed(NAMELESS);
        CredentialId unsigned = held.prepared(NameChoice.FULL, "Alix Autrement").id();
        long published = held.fixture.count("audit_event WHERE code = 'STATUS_LIST_PUBLISHED'");

        assertThat(held.revoke()).isTrue();

        assertThat(List.of(held.state(held.badge), held.state(full), held.state(nameless), held.state(unsigned)))
                .containsExactly(
                        CredentialState.REVOKED,
                        CredentialState.REVOKED,
                        CredentialState.REVOKED,
                        CredentialState.VOIDED);
        assertThat(held.setBits()).isEqualTo(3);
        assertThat(held.fixture.count("audit_event WHERE code = 'STATUS_LIST_PUBLISHED'"))
                .as("the list is signed once")
                .isEqualTo(published + 1);
        assertThat(held.fixture.count("credential WHERE private_note IS NOT NULL"))
                .isEqualTo(1);
        assertThat(held.fixture.count("credential_document WHERE payload IS NOT NULL"))
                .isZero();
        assertProblem(ProblemType.NOT_FOUND, () -> held.signed(NAMELESS));
    }

    @Test
    void theBadgeOfAnotherHolderIsNotFound() {
        HolderId other = held.fixture.accepted(held.fixture.offered()).holder();

        assertProblem(ProblemType.NOT_FOUND, () -> held.fixture.editions.apply(other, held.badge, NAMELESS));
    }

    @Test
    void anEditionIsNoBadgeOfWhichOthersAreMade() {
        CredentialId edition = held.signed(NAMELESS);

        assertProblem(ProblemType.NOT_FOUND, () -> held.fixture.editions.apply(held.holder, edition, FULL));
    }

    @Test
    void aNameThatTheDeskChangedIsReadBeforeItIsSigned() {
        CredentialId before = held.signed(FULL);
        held.fixture.owner.useHandle(handle -> handle.execute("UPDATE worker SET last_name = 'Modèle'"));

        assertThat(held.problem(FULL)).isEqualTo(EditionProblem.CHANGED);

        String read =
                EditionChoice.fingerprint("Alix M.", "Alix Modèle", "Peint seule un mur.", "Chantier de la gare.");
        CredentialId after = held.signed(new EditionChoice(NameChoice.FULL, true, read));
        assertThat(after).isNotEqualTo(before);
        assertThat(held.fixture.signed(after).document()).contains("Alix Modèle");
    }

    @Test
    void onceTheDeskFileIsErasedNoChoiceIsSigned() {
        held.fixture.owner.useHandle(handle -> handle.execute("UPDATE worker SET erased_at = now()"));

        assertThat(held.problem(NAMELESS)).isEqualTo(EditionProblem.TOO_LATE);
    }

    @Test
    void aPausedOrganisationDoesNotStopTheHolder() {
        held.fixture.pause();

        assertThat(held.state(held.signed(NAMELESS))).isEqualTo(CredentialState.ISSUED);
    }

    @Test
    void theDeskSeesTheAcceptedBadgeAlone() {
        CredentialId edition = held.signed(NAMELESS);

        Optional<IssuedCredential> found = held.fixture
                .platform
                .database()
                .inOrganisation(
                        held.fixture.organisation,
                        handle -> held.fixture
                                .credentials
                                .credentials()
                                .find(handle, held.fixture.organisation, edition));
        assertThat(found).isEmpty();
        assertProblem(
                ProblemType.NOT_FOUND,
                () -> held.fixture.credentials.showCredential().apply(held.fixture.organisation, edition));
        IssuedCredential ofOffer = held.fixture
                .platform
                .database()
                .inOrganisation(
                        held.fixture.organisation,
                        handle -> held.fixture
                                .credentials
                                .credentials()
                                .ofOffer(handle, held.fixture.organisation, held.offer.value()))
                .orElseThrow();
        assertThat(ofOffer.id()).isEqualTo(held.badge);
    }
}
