package fr.badgesiae.api.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PreparedCredential;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.edition.pause.PauseBadge;
import fr.badgesiae.api.edition.pause.ResumeBadge;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A badge that its organisation pauses, and that comes back. */
class PausedBadgeTest {
    @RegisterExtension
    final AcceptedBadge accepted = new AcceptedBadge();

    private PauseBadge.Outcome pause() {
        return pause(accepted.badge, PublicReason.PAUSED_TO_CHECK);
    }

    private PauseBadge.Outcome pause(CredentialId badge, PublicReason reason) {
        return accepted.fixture
                .edition
                .pause()
                .apply(
                        accepted.fixture.organisation,
                        badge,
                        reason,
                        "À relire avec l’équipe",
                        accepted.fixture.counsellor);
    }

    private ResumeBadge.Outcome resume(CredentialId badge) {
        return accepted.fixture
                .edition
                .resume()
                .apply(accepted.fixture.organisation, badge, accepted.fixture.counsellor);
    }

    private <T> T of(CredentialId id, String column, Class<T> type) {
        return accepted.fixture.owner.withHandle(
                handle -> handle.select("SELECT " + column + " FROM credential WHERE id = ?", id.value())
                        .mapTo(type)
                        .one());
    }

    private CredentialId successor(CredentialId of) {
        return new CredentialId(accepted.fixture.owner.withHandle(handle -> handle.select(
                        "SELECT id FROM credential WHERE supersedes = ? AND state <> 'VOIDED'", of.value())
                .mapTo(UUID.class)
                .one()));
    }

    private int versionOfList() {
        return accepted.fixture.owner.withHandle(handle -> handle.select("SELECT version FROM status_list")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void aPauseSetsTheBitsOfAllEditionsAtOnce() {
        CredentialId nameless = accepted.signed(AcceptedBadge.NAMELESS);
        CredentialId copy = accepted.signed(AcceptedBadge.FULL.in(AcceptedBadge.key(1)));
        int before = versionOfList();

        assertThat(pause()).isEqualTo(PauseBadge.Outcome.DONE);

        assertThat(accepted.setBits()).isEqualTo(3);
        assertThat(versionOfList()).isEqualTo(before + 1);
        for (CredentialId each : new CredentialId[] {accepted.badge, nameless, copy}) {
            assertThat(accepted.state(each)).isEqualTo(CredentialState.REVOKED);
            assertThat(of(each, "public_reason", PublicReason.class)).isEqualTo(PublicReason.PAUSED_TO_CHECK);
        }
        assertThat(of(accepted.badge, "pause_note", String.class)).isEqualTo("À relire avec l’équipe");
        assertThat(of(nameless, "pause_note", String.class)).isNull();
        assertThat(accepted.fixture.audited("CREDENTIAL_PAUSED", accepted.badge.value()))
                .isEqualTo(1);
    }

    @Test
    void theFirstReasonOfAPauseStays() {
        pause();

        assertThat(pause(accepted.badge, PublicReason.PAUSED_ON_REQUEST)).isEqualTo(PauseBadge.Outcome.NOT_IN_FORCE);
        assertThat(of(accepted.badge, "public_reason", PublicReason.class)).isEqualTo(PublicReason.PAUSED_TO_CHECK);
    }

    @Test
    void nothingElseIsSignedOfAPausedBadge() {
        var begun = accepted.prepared(NameChoice.FULL, "Alix Exemple");
        pause();

        assertThat(accepted.state(begun.id())).as("it loses its signer").isEqualTo(CredentialState.VOIDED);
        assertThat(accepted.fixture.credentials.issue().apply(begun)).isFalse();
        AcceptedBadge.assertProblem(ProblemType.NOT_FOUND, () -> accepted.apply(AcceptedBadge.NAMELESS));
    }

    @Test
    void aResumedBadgeIsSignedAgainAndItsLinksFollow() {
        UUID link = accepted.fixture.share(accepted.holder, accepted.badge, "Garage", 30);
        CredentialId nameless = accepted.signed(AcceptedBadge.NAMELESS);
        CredentialId copy = accepted.signed(AcceptedBadge.FULL.in(AcceptedBadge.key(1)));
        pause();

        assertThat(resume(accepted.badge)).isEqualTo(ResumeBadge.Outcome.DONE);

        CredentialId now = successor(accepted.badge);
        assertThat(accepted.state(now)).isEqualTo(CredentialState.ISSUED);
        assertThat(of(now, "edition", Integer.class)).isEqualTo(1);
        assertThat(accepted.state(successor(nameless))).isEqualTo(CredentialState.ISSUED);
        assertThat(of(successor(nameless), "displayed_name", String.class)).isNull();
        assertThat(accepted.subject(successor(nameless)))
                .as("nothing leads from it to the named one")
                .isNotIn(accepted.subject(now), accepted.subject(accepted.badge));
        assertThat(accepted.document(now).at("/credentialSubject/narrative"))
                .isEqualTo(accepted.document(accepted.badge).at("/credentialSubject/narrative"));
        assertThat(accepted.fixture.count("share_link WHERE id = ? AND credential_id = ?", link, now.value()))
                .isEqualTo(1);
        assertThat(accepted.state(copy)).as("nothing can be sent to a wallet").isEqualTo(CredentialState.REVOKED);
        assertThat(accepted.fixture.count("credential WHERE supersedes = ?", copy.value()))
                .isZero();
        assertThat(accepted.setBits()).as("a bit is set for good").isEqualTo(3);
        assertThat(of(accepted.badge, "public_reason", PublicReason.class)).isEqualTo(PublicReason.RESUMED);
        assertThat(of(accepted.badge, "pause_reason", PublicReason.class)).isEqualTo(PublicReason.PAUSED_TO_CHECK);
        assertThat(accepted.fixture.audited("CREDENTIAL_RESUMED", accepted.badge.value()))
                .isEqualTo(1);
        assertThat(accepted.fixture
                        .credentials
                        .showCredential()
                        .apply(accepted.fixture.organisation, accepted.badge)
                        .credential()
                        .id())
                .as("an address that the desk kept")
                .isEqualTo(now);
        assertThat(resume(now)).isEqualTo(ResumeBadge.Outcome.NOT_PAUSED);
    }

    @Test
    void aBadgeThatWasResumedCanBePausedAgain() {
        pause();
        resume(accepted.badge);
        CredentialId second = successor(accepted.badge);

        assertThat(pause(second, PublicReason.PAUSED_FOR_TEXT)).isEqualTo(PauseBadge.Outcome.DONE);
        assertThat(resume(second)).isEqualTo(ResumeBadge.Outcome.DONE);

        assertThat(accepted.state(successor(second))).isEqualTo(CredentialState.ISSUED);
        assertThat(accepted.fixture.count("credential WHERE edition = 1")).isEqualTo(1);
    }

    @Test
    void aPausedBadgeCanBeRevokedForGood() {
        CredentialId nameless = accepted.signed(AcceptedBadge.NAMELESS);
        pause();

        assertThat(accepted.revoke()).isTrue();

        assertThat(of(accepted.badge, "public_reason", PublicReason.class)).isEqualTo(PublicReason.WRONG_CONTENT);
        assertThat(of(nameless, "public_reason", PublicReason.class)).isEqualTo(PublicReason.WRONG_CONTENT);
        assertThat(of(accepted.badge, "pause_note", String.class))
                .as("what it was stays")
                .isEqualTo("À relire avec l’équipe");
        assertThat(accepted.fixture.audited("CREDENTIAL_REVOKED", accepted.badge.value()))
                .isEqualTo(1);
        assertThat(resume(accepted.badge)).isEqualTo(ResumeBadge.Outcome.NOT_PAUSED);
        assertThat(accepted.revoke()).isFalse();
    }

    @Test
    void aRevocationGivesUpWhatIsAboutToComeBack() {
        pause();
        AcceptedBadge.assertProblem(
                ProblemType.UNAVAILABLE, () -> accepted.fixture.withoutKeys(() -> resume(accepted.badge)));
        assertThat(accepted.fixture.count("credential"))
                .as("nothing waits for a key")
                .isEqualTo(1);
        PreparedCredential begun = accepted.prepared(NameChoice.FIRST_AND_INITIAL, "Alix E.");
        accepted.fixture.owner.useHandle(handle -> handle.execute(
                "UPDATE credential SET supersedes = ? WHERE id = ?",
                accepted.badge.value(),
                begun.id().value()));
        assertThat(resume(accepted.badge)).as("it is about to come back").isEqualTo(ResumeBadge.Outcome.NOT_PAUSED);

        accepted.revoke();

        assertThat(accepted.fixture.credentials.finishCredential().apply(accepted.fixture.organisation, begun.id()))
                .isFalse();
        assertThat(accepted.state(begun.id())).isEqualTo(CredentialState.VOIDED);
        assertThat(of(accepted.badge, "public_reason", PublicReason.class)).isEqualTo(PublicReason.WRONG_CONTENT);
    }

    @Test
    void aPauseAndARevocationAtOneMomentEndRevoked() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<PauseBadge.Outcome> paused = threads.submit(() -> {
                together.await();
                return pause();
            });
            Future<Boolean> revoked = threads.submit(() -> {
                together.await();
                return accepted.revoke();
            });
            assertThat(revoked.get()).isTrue();
            assertThat(paused.get()).isIn(PauseBadge.Outcome.DONE, PauseBadge.Outcome.NOT_IN_FORCE);
        } finally {
            threads.shutdownNow();
        }
        assertThat(of(accepted.badge, "public_reason", PublicReason.class)).isEqualTo(PublicReason.WRONG_CONTENT);
        assertThat(accepted.setBits()).isEqualTo(1);
    }

    @Test
    void anEditionAndAPauseAtOneMomentLeaveNothingInForce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<PauseBadge.Outcome> paused = threads.submit(() -> {
                together.await();
                return pause();
            });
            Future<?> asked = threads.submit(() -> {
                together.await();
                try {
                    return accepted.apply(AcceptedBadge.NAMELESS);
                } catch (ProblemException tooLate) {
                    return tooLate;
                }
            });
            assertThat(paused.get()).isEqualTo(PauseBadge.Outcome.DONE);
            asked.get();
        } finally {
            threads.shutdownNow();
        }
        assertThat(accepted.fixture.count("credential WHERE state IN ('ISSUED', 'PREPARED')"))
                .isZero();
    }
}
