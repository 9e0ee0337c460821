package fr.badgesiae.api.credential;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.verifier.Verdict;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that stops before or after each commit of finishing, and another that continues. */
class CrashTest {
    private static IssuingFixture issuing;

    @BeforeAll
    static void open() {
        issuing = IssuingFixture.open();
    }

    @AfterAll
    static void close() {
        issuing.close();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "2, false", "2, true"})
    void stoppedAtAnyCommitABadgeIsIssuedExactlyOnce(int commit, boolean after) {
        UUID offer = UUID.randomUUID();
        CredentialId id = issuing.prepare(issuing.statement(offer));
        IssuingNode stopping = issuing.node(handler -> new StopsAt(handler, new AtomicInteger(commit), after));

        assertThat(stopping.credentials.finishCredential().apply(issuing.organisation, id))
                .isFalse();
        assertIssuedOnceByTheJob(offer, id);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stoppedAtTheReleaseABadgeHandedOnIsIssuedExactlyOnce(boolean after) {
        AtomicInteger commits = new AtomicInteger(Integer.MAX_VALUE);
        IssuingNode stopping = issuing.node(handler -> new StopsAt(handler, commits, after));
        // The first one fills the caches of published documents: the second then has one transaction, the release.
        assertThat(stopping.credentials.issue().apply(issuing.handedOn(issuing.statement())))
                .isTrue();
        UUID offer = UUID.randomUUID();
        PreparedCredential prepared = issuing.handedOn(issuing.statement(offer));
        commits.set(1);

        assertThat(stopping.credentials.issue().apply(prepared)).isFalse();
        assertIssuedOnceByTheJob(offer, prepared.id());
    }

    private static void assertIssuedOnceByTheJob(UUID offer, CredentialId id) {
        issuing.pass(PrepareCredential.LEASE.plus(Duration.ofSeconds(1)));
        issuing.node.finishAll();

        IssuedCredential issued = issuing.find(id);
        assertThat(issued.state()).isEqualTo(CredentialState.ISSUED);
        assertThat(issuing.judge(issuing.signed(issued.id()).document()).verdict())
                .isEqualTo(Verdict.VALID);
        assertThat(issuing.lines("CREDENTIAL_SIGNED", id.value())).isEqualTo(1);
        assertThat(credentialsOf(offer)).isEqualTo(1);
    }

    private static int credentialsOf(UUID offer) {
        return issuing.owner.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM credential c JOIN award a ON a.id = c.award_id WHERE a.offer_id = :offer")
                .bind("offer", offer)
                .mapTo(Integer.class)
                .one());
    }

    /** Stops working for good at its nth commit, as a killed process does. */
    private static final class StopsAt extends DelegatingTransactionHandler {
        private final AtomicInteger left;
        private final boolean after;

        StopsAt(TransactionHandler real, AtomicInteger left, boolean after) {
            super(real);
            this.left = left;
            this.after = after;
        }

        @Override
        public void begin(Handle handle) {
            if (left.get() <= 0) {
                throw new IllegalStateException("stopped");
            }
            super.begin(handle);
        }

        @Override
        public void commit(Handle handle) {
            boolean last = left.decrementAndGet() == 0;
            if (!last || after) {
                super.commit(handle);
            }
            if (last) {
                throw new IllegalStateException("stopped");
            }
        }
    }
}
