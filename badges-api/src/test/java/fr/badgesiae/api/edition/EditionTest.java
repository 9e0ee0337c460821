package fr.badgesiae.api.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PreparedCredential;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.offer.Offer;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditionTest {
    private static final EditionChoice ACCEPTED = ClaimFixture.choice(NameChoice.FIRST_AND_INITIAL, true);
    private static final EditionChoice FULL = ClaimFixture.choice(NameChoice.FULL, true);
    private static final EditionChoice NAMELESS = ClaimFixture.choice(NameChoice.NONE, false);

    private ClaimFixture fixture;
    private OfferId offer;
    private HolderId holder;
    private CredentialId badge;

    @BeforeEach
    void accept() {
        fixture = ClaimFixture.open();
        offer = fixture.offered();
        var accepted = fixture.accepted(offer);
        holder = accepted.holder();
        badge = accepted.credential();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private CredentialId signed(EditionChoice choice) {
        return ((SignEdition.Signed) fixture.editions.apply(holder, badge, choice)).edition();
    }

    private JsonNode document(CredentialId edition) {
        try {
            return new JsonMapper().readTree(fixture.signed(edition).document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String subject(CredentialId edition) {
        return document(edition).at("/credentialSubject/id").asText();
    }

    private CredentialState state(CredentialId edition) {
        return fixture.owner.withHandle(
                handle -> handle.select("SELECT state FROM credential WHERE id = ?", edition.value())
                        .mapTo(CredentialState.class)
                        .one());
    }

    /** An edition whose signer stopped after the commit. */
    private PreparedCredential prepared(NameChoice name, String displayed) {
        Offer accepted = fixture.find(offer);
        UUID award = fixture.owner.withHandle(
                handle -> handle.select("SELECT award_id FROM credential WHERE id = ?", badge.value())
                        .mapTo(UUID.class)
                        .one());
        return fixture.platform.database().inHolder(holder, handle -> {
            Database.alsoForOrganisation(handle, fixture.organisation);
            return fixture.credentials
                    .prepareCredential()
                    .edition(
                            handle,
                            new AwardStatement(
                                    award,
                                    fixture.organisation,
                                    accepted.person().id(),
                                    accepted.person().subject(),
                                    accepted.achievement(),
                                    accepted.narrative(),
                                    accepted.evidence(),
                                    LocalDate.of(2026, 11, 2),
                                    name,
                                    displayed,
                                    true,
                                    offer.value(),
                                    null),
                            holder,
                            handle.attach(EditionDao.class).next(award));
        });
    }

    private boolean revoke() {
        return fixture.platform
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
                                        "Une note",
                                        Actor.SYSTEM));
    }

    private static void assertProblem(ProblemType type, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    @Test
    void whatWasAcceptedIsTheBadgeItself() {
        assertThat(signed(ACCEPTED)).isEqualTo(badge);
        assertThat(fixture.count("credential")).isEqualTo(1);
    }

    @Test
    void anotherNameIsAnotherCredentialOfTheSameAward() {
        CredentialId edition = signed(FULL);

        assertThat(edition).isNotEqualTo(badge);
        assertThat(document(edition)
                        .at("/credentialSubject/identifier/0/identityHash")
                        .asText())
                .isEqualTo("Alix Exemple");
        assertThat(document(edition).at("/credentialSubject/achievement"))
                .isEqualTo(document(badge).at("/credentialSubject/achievement"));
        assertThat(document(edition).get("awardedDate"))
                .isEqualTo(document(badge).get("awardedDate"));
        assertThat(subject(edition)).isEqualTo(subject(badge));
        assertThat(document(edition).at("/credentialStatus/statusListIndex"))
                .isNotEqualTo(document(badge).at("/credentialStatus/statusListIndex"));
        assertThat(fixture.count("award")).isEqualTo(1);
        assertThat(fixture.audited("EDITION_ASKED", edition.value())).isEqualTo(1);
        assertThat(fixture.audited("EDITION_SIGNED", edition.value())).isEqualTo(1);
    }

    @Test
    void theSameChoiceIsSignedOnce() {
        CredentialId first = signed(FULL);

        assertThat(signed(FULL)).isEqualTo(first);
        assertThat(fixture.count("credential")).isEqualTo(2);
    }

    @Test
    void nothingLeadsFromAnEditionWithoutANameToOneWithAName() {
        CredentialId nameless = signed(NAMELESS);
        CredentialId another = signed(ClaimFixture.choice(NameChoice.NONE, true));

        assertThat(fixture.signed(nameless).document()).doesNotContain("Alix");
        assertThat(Set.of(subject(badge), subject(nameless), subject(another))).hasSize(3);
        assertThat(document(nameless).at("/credentialStatus/id"))
                .isNotEqualTo(document(badge).at("/credentialStatus/id"));
    }

    @Test
    void aBadgeAcceptedWithoutANameHasASubjectOfItsOwn() {
        OfferId second = fixture.offered(fixture.find(offer).person().id());
        var answer = fixture.yes(second);
        var accepted = (AcceptOffer.Accepted) fixture.claims
                .accept()
                .apply(
                        fixture.organisation,
                        second,
                        new AcceptOffer.Acceptance(NameChoice.NONE, true, answer.fingerprint(), null));

        assertThat(subject(accepted.credential())).isNotEqualTo(subject(badge));
    }

    @Test
    void evidenceIsShownWhenItIsChosen() {
        assertThat(document(signed(ClaimFixture.choice(NameChoice.FULL, false))).has("evidence"))
                .isFalse();
        assertThat(document(signed(FULL)).at("/evidence/0/narrative").asText()).isEqualTo("Chantier de la gare.");
    }

    @Test
    void aRevocationIsThatOfEveryEdition() {
        CredentialId full = signed(FULL);
        CredentialId nameless = signed(NAMELESS);
        CredentialId unsigned = prepared(NameChoice.FULL, "Alix Autrement").id();
        long published = fixture.count("audit_event WHERE code = 'STATUS_LIST_PUBLISHED'");

        assertThat(revoke()).isTrue();

        assertThat(List.of(state(badge), state(full), state(nameless), state(unsigned)))
                .containsExactly(
                        CredentialState.REVOKED,
                        CredentialState.REVOKED,
                        CredentialState.REVOKED,
                        CredentialState.VOIDED);
        assertThat(setBits()).isEqualTo(3);
        assertThat(fixture.count("audit_event WHERE code = 'STATUS_LIST_PUBLISHED'"))
                .as("the list is signed once")
                .isEqualTo(published + 1);
        assertThat(fixture.count("credential WHERE private_note IS NOT NULL")).isEqualTo(1);
        assertThat(fixture.count("credential_document WHERE payload IS NOT NULL"))
                .isZero();
        assertProblem(ProblemType.NOT_FOUND, () -> signed(NAMELESS));
    }

    private int setBits() {
        return fixture.owner.withHandle(
                handle -> handle.select("""
                        SELECT bit_count(bits) FROM status_list
                        """).mapTo(Integer.class).one());
    }

    @Test
    void aSignerThatComesAfterTheRevocationReleasesNothing() {
        PreparedCredential late = prepared(NameChoice.FULL, "Alix Autrement");
        revoke();

        assertThat(fixture.credentials.issue().apply(late)).isFalse();
        assertThat(state(late.id())).isEqualTo(CredentialState.VOIDED);
    }

    @Test
    void theBadgeOfAnotherHolderIsNotFound() {
        HolderId other = fixture.accepted(fixture.offered()).holder();

        assertProblem(ProblemType.NOT_FOUND, () -> fixture.editions.apply(other, badge, NAMELESS));
    }

    @Test
    void anEditionIsNoBadgeOfWhichOthersAreMade() {
        CredentialId edition = signed(NAMELESS);

        assertProblem(ProblemType.NOT_FOUND, () -> fixture.editions.apply(holder, edition, FULL));
    }

    @Test
    void anEditionWhoseSignerStoppedIsFinished() {
        PreparedCredential left = prepared(NameChoice.FULL, "Alix Exemple");

        assertThat(signed(FULL)).isEqualTo(left.id());
        assertThat(state(left.id())).isEqualTo(CredentialState.ISSUED);
    }

    @Test
    void aRefusedEditionLeavesTheBadgeAndItsOffer() {
        PreparedCredential spoilt = prepared(NameChoice.FULL, "Alix Exemple");
        fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE credential_document SET payload = replace(payload, '\"awardedDate\"', '\"unknownTerm\"')"
                        + " WHERE credential_id = ?",
                spoilt.id().value()));

        assertThat(fixture.credentials.finishCredential().apply(fixture.organisation, spoilt.id()))
                .isFalse();

        assertThat(state(spoilt.id())).isEqualTo(CredentialState.VOIDED);
        assertThat(fixture.audited("EDITION_VOIDED", spoilt.id().value())).isEqualTo(1);
        assertThat(state(badge)).isEqualTo(CredentialState.ISSUED);
        assertThat(fixture.state(offer)).isEqualTo(OfferState.ACCEPTED);
        assertThat(fixture.count("award WHERE state = 'LIVE'")).isEqualTo(1);
        assertThat(state(signed(FULL))).isEqualTo(CredentialState.ISSUED);
    }

    @Test
    void twoWishesAtOnceAreOneEdition() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<CredentialId> wish = () -> signed(FULL);
            List<Future<CredentialId>> made = two.invokeAll(List.of(wish, wish));
            assertThat(made.get(0).get()).isEqualTo(made.get(1).get());
        } finally {
            two.shutdownNow();
        }
        assertThat(fixture.count("credential WHERE state <> 'VOIDED'")).isEqualTo(2);
    }

    /** Whoever revokes holds the same lock: no edition is recorded beside a revocation. */
    @Test
    void aWishWaitsForWhoeverDecidesOnTheBadge() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Handle deciding = fixture.owner.open()) {
            deciding.begin();
            deciding.execute("SELECT FROM credential WHERE id = ? FOR UPDATE", badge.value());
            Future<CredentialId> wish = other.submit(() -> signed(FULL));
            assertThat(somebodyWaits()).isTrue();
            assertThat(fixture.count("credential")).isEqualTo(1);
            deciding.rollback();
            assertThat(state(wish.get())).isEqualTo(CredentialState.ISSUED);
        } finally {
            other.shutdownNow();
        }
    }

    private boolean somebodyWaits() {
        boolean waits = false;
        for (int tries = 0; tries < 500 && !waits; tries++) {
            waits = fixture.owner.withHandle(handle ->
                    handle.select("""
                            SELECT EXISTS (
                                SELECT FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
                                WHERE a.datname = current_database() AND NOT l.granted), pg_sleep(0.02)
                            """).map((row, context) -> row.getBoolean(1)).one());
        }
        return waits;
    }

    @Test
    void aNameThatTheDeskChangedIsReadBeforeItIsSigned() {
        CredentialId before = signed(FULL);
        fixture.owner.useHandle(handle -> handle.execute("UPDATE worker SET last_name = 'Modèle'"));

        assertThat(problem(FULL)).isEqualTo(EditionProblem.CHANGED);

        String read =
                EditionChoice.fingerprint("Alix M.", "Alix Modèle", "Peint seule un mur.", "Chantier de la gare.");
        CredentialId after = signed(new EditionChoice(NameChoice.FULL, true, read));
        assertThat(after).isNotEqualTo(before);
        assertThat(fixture.signed(after).document()).contains("Alix Modèle");
    }

    private EditionProblem problem(EditionChoice choice) {
        return ((SignEdition.NotSigned) fixture.editions.apply(holder, badge, choice)).problem();
    }

    @Test
    void onceTheDeskFileIsErasedNoChoiceIsSigned() {
        fixture.owner.useHandle(handle -> handle.execute("UPDATE worker SET erased_at = now()"));

        assertThat(problem(NAMELESS)).isEqualTo(EditionProblem.TOO_LATE);
    }

    @Test
    void aChoiceThatOurVerifierRefusesIsSaidToBeRefused() {
        PreparedCredential spoilt = prepared(NameChoice.FULL, "Alix Exemple");
        fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE credential_document SET payload = replace(payload, '\"awardedDate\"', '\"unknownTerm\"')"
                        + " WHERE credential_id = ?",
                spoilt.id().value()));

        assertThat(problem(FULL)).isEqualTo(EditionProblem.REFUSED);
        assertThat(state(spoilt.id())).isEqualTo(CredentialState.VOIDED);
    }

    @Test
    void withoutAKeyThatOpensNothingIsRecorded() {
        fixture.owner.useHandle(
                handle -> handle.execute("UPDATE signing_key SET state = 'RETIRED', not_after = now()"));

        assertProblem(ProblemType.UNAVAILABLE, () -> signed(FULL));
        assertThat(fixture.count("credential")).isEqualTo(1);
    }

    @Test
    void anEditionThatAnOlderNodeLeftInForceGoesWithTheNextRevocation() {
        CredentialId nameless = signed(NAMELESS);
        fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE credential SET state = 'REVOKED', revoked_at = now(), public_reason = 'WRONG_CONTENT'"
                        + " WHERE id = ?",
                badge.value()));

        assertThat(revoke()).isFalse();
        assertThat(state(nameless)).isEqualTo(CredentialState.REVOKED);
    }

    @Test
    void aPausedOrganisationDoesNotStopTheHolder() {
        fixture.pause();

        assertThat(state(signed(NAMELESS))).isEqualTo(CredentialState.ISSUED);
    }

    @Test
    void theDeskSeesTheAcceptedBadgeAlone() {
        CredentialId edition = signed(NAMELESS);

        Optional<IssuedCredential> found = fixture.platform
                .database()
                .inOrganisation(
                        fixture.organisation,
                        handle -> fixture.credentials.credentials().find(handle, fixture.organisation, edition));
        assertThat(found).isEmpty();
        assertProblem(
                ProblemType.NOT_FOUND,
                () -> fixture.credentials.showCredential().apply(fixture.organisation, edition));
        IssuedCredential ofOffer = fixture.platform
                .database()
                .inOrganisation(
                        fixture.organisation,
                        handle ->
                                fixture.credentials.credentials().ofOffer(handle, fixture.organisation, offer.value()))
                .orElseThrow();
        assertThat(ofOffer.id()).isEqualTo(badge);
    }
}
