package fr.badgesiae.api.credential.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.IssuingFixture;
import fr.badgesiae.api.credential.IssuingNode;
import fr.badgesiae.api.credential.PrepareCredential;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.credential.successor.SupersedeCredential;
import fr.badgesiae.verifier.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks of prepared credentials, and what others do in the middle of one. */
class FinishCredentialsTest {
    /** The transaction of a chunk that releases it, after those that take and read it. */
    private static final int RELEASE = 3;

    private IssuingFixture issuing;

    @BeforeEach
    void open() {
        issuing = IssuingFixture.open();
    }

    @AfterEach
    void close() {
        issuing.close();
    }

    @Test
    void aChunkIsReleasedInOneTransactionWithALineOfEachAct() {
        AtomicInteger begun = new AtomicInteger();
        IssuingNode node = issuing.node(handler -> new Watched(handler, begun::incrementAndGet));
        waiting(1);
        node.finishAll(); // fills the caches of published documents
        List<CredentialId> ids = waiting(7);
        begun.set(0);

        node.finishAll();

        assertThat(begun).as("take, read, release").hasValue(3);
        assertReleasedOnce(ids);
        assertThat(lines("KEY_USED")).as("of each credential, and of the list").isEqualTo(2 * 8 + 2);
        assertThat(lines("KEY_WILL_BE_USED"))
                .as("and at the preparation, whose signer stopped")
                .isEqualTo(2 * 8 + 2 * 8 + 2);
    }

    @Test
    void moreThanAChunkAreFinishedInOneRun() {
        int many = FinishCredentials.MOST + 1;
        waiting(many);

        issuing.node.finishAll();

        assertThat(count("credential WHERE state = 'ISSUED'")).isEqualTo(many);
        assertThat(count("(SELECT DISTINCT status_list_id, status_index FROM credential) place"))
                .isEqualTo(many);
    }

    @Test
    void oneThatOurVerifierRefusesAndOneThatDoesNotReadStopNothing() {
        List<CredentialId> ids = waiting(4);
        issuing.owner.useHandle(handle -> {
            handle.execute(
                    "UPDATE credential_document SET payload = replace(payload, 'OpenBadgeCredential', 'EndorsementCredential')"
                            + " WHERE credential_id = ?",
                    ids.get(1).value());
            handle.execute(
                    "UPDATE credential_document SET payload = '{' WHERE credential_id = ?",
                    ids.get(2).value());
        });

        issuing.node.finishAll();

        assertThat(issuing.state(ids.get(1))).isEqualTo(CredentialState.VOIDED);
        assertThat(issuing.state(ids.get(2))).isEqualTo(CredentialState.PREPARED);
        assertReleasedOnce(List.of(ids.get(0), ids.get(3)));
    }

    @Test
    void oneThatCannotBeStoredFailsAloneAndTheOthersKeepTheirSignedBytes() {
        List<CredentialId> ids = waiting(3);
        issuing.owner.useHandle(handle -> {
            handle.execute("CREATE FUNCTION refuses() RETURNS trigger LANGUAGE plpgsql AS"
                    + " $$ BEGIN RAISE EXCEPTION 'not this one'; END $$");
            handle.execute(
                    "CREATE TRIGGER refuses BEFORE UPDATE ON credential_document FOR EACH ROW WHEN (OLD.credential_id = '"
                            + ids.get(1) + "') EXECUTE FUNCTION refuses()");
        });

        issuing.node.finishAll();

        assertThat(issuing.state(ids.get(1))).isEqualTo(CredentialState.PREPARED);
        assertReleasedOnce(List.of(ids.get(0), ids.get(2)));
    }

    @Test
    void aRowThatAnotherTransactionHoldsIsPassedOverAndFinishedAlone() {
        List<CredentialId> ids = waiting(3);
        Handle other = issuing.owner.open();
        other.begin();
        other.execute(
                "SELECT FROM credential_document WHERE credential_id = ? FOR UPDATE",
                ids.get(1).value());
        // Begins of the job: take, read, release of the chunk; the next one finishes the held row alone.
        IssuingNode node = issuing.node(handler -> new Watched(handler, () -> {
            if (issuing.state(ids.get(0)) == CredentialState.ISSUED && other.isInTransaction()) {
                assertThat(issuing.state(ids.get(1))).isEqualTo(CredentialState.PREPARED);
                other.rollback();
            }
        }));

        node.finishAll();
        other.close();

        assertReleasedOnce(ids);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFailureAroundTheCommitDoublesNothing(boolean after) {
        List<CredentialId> ids = waiting(4);
        AtomicInteger failures = new AtomicInteger();
        IssuingNode node = issuing.node(handler -> new DelegatingTransactionHandler(handler) {
            @Override
            public void commit(Handle handle) {
                boolean release = handle.select("SELECT EXISTS (SELECT FROM credential WHERE state = 'ISSUED')")
                        .mapTo(Boolean.class)
                        .one();
                boolean fails = release && failures.getAndIncrement() == 0;
                if (!fails || after) {
                    super.commit(handle);
                }
                if (fails) {
                    throw new IllegalStateException("the connection broke");
                }
            }
        });

        node.finishAll();

        assertThat(failures.get()).isPositive();
        assertReleasedOnce(ids);
        assertThat(lines("KEY_USED")).as("of each credential, and of the list").isEqualTo(2 * 4 + 2);
    }

    @Test
    void aDatabaseThatGoesAwayAtTheReleaseLeavesAllToALaterRun() {
        List<CredentialId> ids = waiting(3);
        IssuingNode node = between(RELEASE, RELEASE + 1, () -> {
            throw new IllegalStateException("no connection");
        });

        node.finishAll();

        assertThat(ids).extracting(issuing::state).containsOnly(CredentialState.PREPARED);
        issuing.pass(PrepareCredential.LEASE.plus(Duration.ofSeconds(1)));
        issuing.node.finishAll();
        assertReleasedOnce(ids);
    }

    @Test
    void twoNodesShareTheWork() throws Exception {
        List<CredentialId> ids = waiting(30);
        List<IssuingNode> nodes = List.of(issuing.node, issuing.node(UnaryOperator.identity()));
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        List<Callable<Boolean>> runs = new ArrayList<>();
        nodes.forEach(node -> runs.add(() -> {
            node.finishAll();
            return true;
        }));
        for (Future<Boolean> run : threads.invokeAll(runs)) {
            assertThat(run.get()).isTrue();
        }
        threads.shutdown();

        assertReleasedOnce(ids);
    }

    @Test
    void afterATakeoverAndARevocationInTheMiddleNothingChanges() {
        List<CredentialId> ids = waiting(3);
        List<String> released = new ArrayList<>();
        beforeRelease(() -> {
                    IssuingNode other = issuing.node(UnaryOperator.identity());
                    issuing.pass(PrepareCredential.LEASE.plus(Duration.ofMinutes(1)));
                    other.finishAll();
                    issuing.revoke(ids.get(0), PublicReason.WRONG_PERSON);
                    ids.forEach(id -> released.add(issuing.signed(id).document()));
                })
                .finishAll();

        assertThat(issuing.state(ids.get(0))).isEqualTo(CredentialState.REVOKED);
        assertThat(ids).extracting(id -> issuing.signed(id).document()).isEqualTo(released);
        ids.forEach(
                id -> assertThat(issuing.lines("CREDENTIAL_SIGNED", id.value())).isEqualTo(1));
    }

    @Test
    void whatAnotherNodeTookOverInTheMiddleIsLeftToIt() {
        List<CredentialId> ids = waiting(3);
        beforeRelease(() -> issuing.owner.useHandle(handle ->
                        handle.execute("UPDATE credential SET lease = gen_random_uuid() WHERE state = 'PREPARED'")))
                .finishAll();

        assertThat(ids).extracting(issuing::state).containsOnly(CredentialState.PREPARED);
    }

    @Test
    void whatIsGivenUpInTheMiddleIsNotReleasedAndAPauseOfTheOrganisationKeepsTheOthers() {
        List<CredentialId> ids = waiting(3);
        beforeRelease(() -> {
                    issuing.node.platform.database().inOrganisation(issuing.organisation, handle -> {
                        CredentialId last = ids.get(2);
                        return SupersedeCredential.drop(handle, issuing.organisation, last.value());
                    });
                    issuing.owner.useHandle(handle -> handle.execute(
                            "UPDATE organisation SET state = 'SUSPENDED' WHERE id = ?", issuing.organisation.value()));
                })
                .finishAll();

        assertThat(issuing.state(ids.get(2))).isEqualTo(CredentialState.VOIDED);
        assertThat(issuing.lines("CREDENTIAL_SIGNED", ids.get(2).value())).isZero();
        assertReleasedOnce(ids.subList(0, 2));
    }

    @Test
    void whatLosesItsDocumentInTheMiddleIsNotReleased() {
        List<CredentialId> ids = waiting(3);
        beforeRelease(() -> issuing.owner.useHandle(handle ->
                        handle.execute("DELETE FROM credential_document WHERE holder_id = ?", issuing.holder.value())))
                .finishAll();

        assertThat(ids).extracting(issuing::state).containsOnly(CredentialState.PREPARED);
        assertThat(ids)
                .extracting(id -> issuing.lines("CREDENTIAL_SIGNED", id.value()))
                .containsOnly(0);
    }

    @Test
    void aKeyThatIsRetiredInTheMiddleStillVerifies() {
        List<CredentialId> ids = waiting(3);
        beforeRelease(this::rotate).finishAll();
        List<CredentialId> next = waiting(2);
        issuing.node.finishAll();

        assertReleasedOnce(ids);
        assertReleasedOnce(next);
    }

    @Test
    void aKeyYoungerThanTheCopiesOfTheNodeVerifiesAtOnce() {
        List<CredentialId> ids = waiting(2);
        issuing.node.finishAll();
        rotate();
        List<CredentialId> next = waiting(2);
        issuing.node.finishAll();

        assertReleasedOnce(ids);
        assertReleasedOnce(next);
    }

    private void rotate() {
        issuing.owner.useHandle(handle -> handle.execute(
                "UPDATE signing_key SET state = 'RETIRED', not_after = now() WHERE organisation_id = ?",
                issuing.organisation.value()));
        issuing.node.platform.database().inOrganisation(issuing.organisation, handle -> {
            issuing.node.keys.signingKeys().createFor(handle, issuing.organisation);
            return true;
        });
    }

    @Test
    void whileNoKeyOpensNothingIsSignedAndNoUseIsRecorded() {
        List<CredentialId> ids = waiting(3);
        issuing.owner.useHandle(handle -> handle.execute("UPDATE signing_key_secret SET sealed = reverse(sealed)"));
        int before = lines("KEY_WILL_BE_USED");

        issuing.node.finishAll();

        assertThat(ids).extracting(issuing::state).containsOnly(CredentialState.PREPARED);
        assertThat(lines("KEY_WILL_BE_USED")).isEqualTo(before);
    }

    /** A node on which something happens once, between the signatures and their release. */
    private IssuingNode beforeRelease(Runnable happens) {
        return between(RELEASE, RELEASE, happens);
    }

    /** A node on which something happens at the start of some of its transactions. */
    private IssuingNode between(int first, int last, Runnable happens) {
        AtomicInteger begun = new AtomicInteger(Integer.MIN_VALUE);
        IssuingNode node = issuing.node(handler -> new Watched(handler, () -> {
            int now = begun.incrementAndGet();
            if (now >= first && now <= last) {
                happens.run();
            }
        }));
        // Fills the caches of published documents: a chunk then takes, reads and releases.
        CredentialId before = issuing.prepare(issuing.statement());
        assertThat(node.credentials.finishCredential().apply(issuing.organisation, before))
                .isTrue();
        begun.set(0);
        return node;
    }

    /** Their leases have lapsed. */
    private List<CredentialId> waiting(int count) {
        List<CredentialId> ids = IntStream.range(0, count)
                .mapToObj(i -> issuing.prepare(issuing.statement()))
                .toList();
        issuing.pass(PrepareCredential.LEASE.plus(Duration.ofSeconds(1)));
        return ids;
    }

    private void assertReleasedOnce(List<CredentialId> ids) {
        for (CredentialId id : ids) {
            assertThat(issuing.state(id)).isEqualTo(CredentialState.ISSUED);
            assertThat(issuing.judge(issuing.signed(id).document()).verdict()).isEqualTo(Verdict.VALID);
            assertThat(issuing.judge(issuing.signed(id).jwt()).verdict()).isEqualTo(Verdict.VALID);
            assertThat(issuing.lines("CREDENTIAL_SIGNED", id.value())).isEqualTo(1);
        }
    }

    private int lines(String code) {
        return count("audit_event WHERE code = '" + code + "'");
    }

    private int count(String rows) {
        return issuing.owner.withHandle(handle -> handle.select("SELECT count(*) FROM " + rows)
                .mapTo(Integer.class)
                .one());
    }

    private static final class Watched extends DelegatingTransactionHandler {
        private final Runnable begins;

        Watched(TransactionHandler real, Runnable begins) {
            super(real);
            this.begins = begins;
        }

        @Override
        public void begin(Handle handle) {
            begins.run();
            super.begin(handle);
        }
    }
}
