package fr.badgesiae.api.credential;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.Verdict;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A prepared credential is passed on in memory; reading it again is for recovery. */
class PreparedInMemoryTest {
    private static final Duration LAPSED = PrepareCredential.LEASE.plus(Duration.ofSeconds(1));

    private static IssuingFixture issuing;

    @BeforeAll
    static void open() {
        issuing = IssuingFixture.open();
    }

    @AfterAll
    static void close() {
        issuing.close();
    }

    @Test
    void aPreparedCredentialIsIssuedInOneTransaction() {
        AtomicInteger begun = new AtomicInteger();
        IssuingNode node = issuing.node(handler -> new CountsTransactions(handler, begun));
        // The first one fills the caches of published documents.
        assertThat(node.credentials.issue().apply(issuing.handedOn(issuing.statement())))
                .isTrue();
        PreparedCredential prepared = issuing.handedOn(issuing.statement());
        begun.set(0);

        assertThat(node.credentials.issue().apply(prepared)).isTrue();
        assertThat(begun).hasValue(1);

        CredentialId recovered = issuing.prepare(issuing.statement());
        begun.set(0);
        assertThat(node.credentials.finishCredential().apply(issuing.organisation, recovered))
                .isTrue();
        assertThat(begun).hasValue(2);
    }

    @Test
    void thePayloadIsNotReadAgain() {
        PreparedCredential prepared = issuing.handedOn(issuing.statement());
        issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE credential_document SET payload = '{}' WHERE credential_id = ?",
                prepared.id().value()));

        assertThat(issuing.node.credentials.issue().apply(prepared)).isTrue();
        assertThat(issuing.judge(issuing.signed(prepared.id()).document()).verdict())
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void afterATakeoverTheFirstSignerReleasesNothing() {
        PreparedCredential prepared = issuing.handedOn(issuing.statement());
        IssuingNode other = issuing.node(UnaryOperator.identity());
        issuing.pass(LAPSED);
        finishOn(other);
        String released = issuing.signed(prepared.id()).document();

        assertThat(issuing.node.credentials.issue().apply(prepared)).isTrue();
        assertThat(issuing.signed(prepared.id()).document()).isEqualTo(released);
        assertThat(issuing.lines("CREDENTIAL_SIGNED", prepared.id().value())).isEqualTo(1);
    }

    @Test
    void aKeyThatDoesNotOpenDelaysTheBadgeAndUndoesNoAcceptance() {
        try (IssuingFixture sealed = IssuingFixture.open()) {
            sealed.owner.useHandle(handle ->
                    handle.execute("UPDATE signing_key_secret SET sealed = reverse(sealed) WHERE id = ?", key(sealed)));
            int before = sealed.lines("KEY_WILL_BE_USED", key(sealed));
            PreparedCredential prepared = sealed.handedOn(sealed.statement());
            assertThat(sealed.node.credentials.issue().apply(prepared)).isFalse();
            assertThat(sealed.state(prepared.id())).isEqualTo(CredentialState.PREPARED);
            assertThat(sealed.lines("KEY_WILL_BE_USED", key(sealed))).isEqualTo(before);
        }
    }

    private static UUID key(IssuingFixture fixture) {
        return fixture.owner.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM signing_key WHERE organisation_id = :organisation AND algorithm = 'ES256'")
                .bind("organisation", fixture.organisation.value())
                .mapTo(UUID.class)
                .one());
    }

    private static void finishOn(IssuingNode node) {
        node.finishAll();
    }

    private static final class CountsTransactions extends DelegatingTransactionHandler {
        private final AtomicInteger begun;

        CountsTransactions(TransactionHandler real, AtomicInteger begun) {
            super(real);
            this.begun = begun;
        }

        @Override
        public void begin(Handle handle) {
            begun.incrementAndGet();
            super.begin(handle);
        }
    }
}
