package fr.badgesiae.api.edition;

import static fr.badgesiae.api.edition.AcceptedBadge.FULL;
import static fr.badgesiae.api.edition.AcceptedBadge.NAMELESS;
import static fr.badgesiae.api.edition.AcceptedBadge.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PreparedCredential;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Editions whose signature was stopped, refused or overtaken. */
class UnfinishedEditionTest {
    @RegisterExtension
    final AcceptedBadge held = new AcceptedBadge();

    @Test
    void aSignerThatComesAfterTheRevocationReleasesNothing() {
        PreparedCredential late = held.prepared(NameChoice.FULL, "Alix Autrement");
        held.revoke();

        assertThat(held.fixture.credentials.issue().apply(late)).isFalse();
        assertThat(held.state(late.id())).isEqualTo(CredentialState.VOIDED);
    }

    @Test
    void anEditionWhoseSignerStoppedIsFinished() {
        PreparedCredential left = held.prepared(NameChoice.FULL, "Alix Exemple");

        assertThat(held.signed(FULL)).isEqualTo(left.id());
        assertThat(held.state(left.id())).isEqualTo(CredentialState.ISSUED);
    }

    @Test
    void aRefusedEditionLeavesTheBadgeAndItsOffer() {
        PreparedCredential spoilt = held.prepared(NameChoice.FULL, "Alix Exemple");
        held.fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE credential_document SET payload = replace(payload, '\"awardedDate\"', '\"unknownTerm\"')"
                        + " WHERE credential_id = ?",
                spoilt.id().value()));

        assertThat(held.fixture.credentials.finishCredential().apply(held.fixture.organisation, spoilt.id()))
                .isFalse();

        assertThat(held.state(spoilt.id())).isEqualTo(CredentialState.VOIDED);
        assertThat(held.fixture.audited("EDITION_VOIDED", spoilt.id().value())).isEqualTo(1);
        assertThat(held.state(held.badge)).isEqualTo(CredentialState.ISSUED);
        assertThat(held.fixture.state(held.offer)).isEqualTo(OfferState.ACCEPTED);
        assertThat(held.fixture.count("award WHERE state = 'LIVE'")).isEqualTo(1);
        assertThat(held.state(held.signed(FULL))).isEqualTo(CredentialState.ISSUED);
    }

    @Test
    void twoWishesAtOnceAreOneEdition() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<CredentialId> wish = () -> held.signed(FULL);
            List<Future<CredentialId>> made = two.invokeAll(List.of(wish, wish));
            assertThat(made.get(0).get()).isEqualTo(made.get(1).get());
        } finally {
            two.shutdownNow();
        }
        assertThat(held.fixture.count("credential WHERE state <> 'VOIDED'")).isEqualTo(2);
    }

    /** Whoever revokes holds the same lock: no edition is recorded beside a revocation. */
    @Test
    void aWishWaitsForWhoeverDecidesOnTheBadge() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Handle deciding = held.fixture.owner.open()) {
            deciding.begin();
            deciding.execute("SELECT FROM credential WHERE id = ? FOR UPDATE", held.badge.value());
            Future<CredentialId> wish = other.submit(() -> held.signed(FULL));
            assertThat(somebodyWaits()).isTrue();
            assertThat(held.fixture.count("credential")).isEqualTo(1);
            deciding.rollback();
            assertThat(held.state(wish.get())).isEqualTo(CredentialState.ISSUED);
        } finally {
            other.shutdownNow();
        }
    }

    private boolean somebodyWaits() {
        boolean waits = false;
        for (int tries = 0; tries < 500 && !waits; tries++) {
            waits = held.fixture.owner.withHandle(handle ->
                    handle.select("""
                            SELECT EXISTS (
                                SELECT FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
                                WHERE a.datname = current_database() AND NOT l.granted), pg_sleep(0.02)
                            """).map((row, context) -> row.getBoolean(1)).one());
        }
        return waits;
    }

    @Test
    void aChoiceThatOurVerifierRefusesIsSaidToBeRefused() {
        PreparedCredential spoilt = held.prepared(NameChoice.FULL, "Alix Exemple");
        held.fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE credential_document SET payload = replace(payload, '\"awardedDate\"', '\"unknownTerm\"')"
                        + " WHERE credential_id = ?",
                spoilt.id().value()));

        assertThat(held.problem(FULL)).isEqualTo(EditionProblem.REFUSED);
        assertThat(held.state(spoilt.id())).isEqualTo(CredentialState.VOIDED);
    }

    @Test
    void withoutAKeyThatOpensNothingIsRecorded() {
        held.fixture.owner.useHandle(
                handle -> handle.execute("UPDATE signing_key SET state = 'RETIRED', not_after = now()"));

        assertProblem(ProblemType.UNAVAILABLE, () -> held.signed(FULL));
        assertThat(held.fixture.count("credential")).isEqualTo(1);
    }

    @Test
    void anEditionThatAnOlderNodeLeftInForceGoesWithTheNextRevocation() {
        CredentialId nameless = held.signed(NAMELESS);
        held.fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE credential SET state = 'REVOKED', revoked_at = now(), public_reason = 'WRONG_CONTENT'"
                        + " WHERE id = ?",
                held.badge.value()));

        assertThat(held.revoke()).as("it leaves its line").isTrue();
        assertThat(held.state(nameless)).isEqualTo(CredentialState.REVOKED);
    }
}
