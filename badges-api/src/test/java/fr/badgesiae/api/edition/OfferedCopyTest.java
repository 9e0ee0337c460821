package fr.badgesiae.api.edition;

import static fr.badgesiae.api.edition.AcceptedBadge.FULL;
import static fr.badgesiae.api.edition.AcceptedBadge.key;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.platform.db.Blocked;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Copies between the offer to a wallet and its signature. */
class OfferedCopyTest {
    @RegisterExtension
    final AcceptedBadge held = new AcceptedBadge();

    private Instant now() {
        return held.fixture.platform.clock().instant();
    }

    /** A copy whose signer stopped after it was recorded. */
    private CredentialId unsigned(EditionChoice choice) {
        CredentialId copy = held.signed(choice);
        held.fixture.owner.useHandle(handle -> {
            handle.execute(
                    "UPDATE credential SET state = 'PREPARED', issued_at = NULL, lease = gen_random_uuid(), lease_until = ?"
                            + " WHERE id = ?",
                    now().plusSeconds(60).atOffset(java.time.ZoneOffset.UTC),
                    copy.value());
            handle.execute(
                    "UPDATE credential_document SET document = NULL, jwt = NULL, payload = '{}' WHERE credential_id = ?",
                    copy.value());
        });
        return copy;
    }

    private static SignEdition.Outcome not(EditionProblem problem) {
        return new SignEdition.NotSigned(problem);
    }

    @Test
    void aCopyThatWasWithdrawnIsNotSignedAgainForTheSameOffer() {
        EditionChoice offered = FULL.in(key(1)).offered(now());
        held.fixture.edition.withdrawCopy().apply(held.holder, held.signed(offered));
        assertThat(held.apply(offered)).isEqualTo(not(EditionProblem.WITHDRAWN));

        held.fixture.setup.clock().advance(Duration.ofMinutes(1));
        assertThat(held.apply(offered.offered(now()))).as("another offer").isInstanceOf(SignEdition.Signed.class);
    }

    @Test
    void neitherIsOneThatWasWithdrawnBeforeItWasSigned() {
        EditionChoice offered = FULL.in(key(1)).offered(now());
        held.fixture.edition.withdrawCopy().apply(held.holder, unsigned(offered));
        assertThat(held.apply(offered)).isEqualTo(not(EditionProblem.WITHDRAWN));
        assertThat(held.apply(FULL.in(key(2)).offered(now().minusSeconds(60))))
                .as("another wallet")
                .isInstanceOf(SignEdition.Signed.class);
    }

    @Test
    void aWithdrawalThatComesFirstIsWaitedFor() {
        EditionChoice offered = FULL.in(key(1)).offered(now());
        CredentialId copy = unsigned(offered);
        Blocked<SignEdition.Outcome> wish = held.fixture.owner.inTransaction(handle -> {
            handle.execute("SELECT FROM credential WHERE id = ? FOR UPDATE", held.badge.value());
            handle.execute(
                    "UPDATE credential SET state = 'VOIDED', lease = NULL, lease_until = NULL, withdrawn_at = ? WHERE id = ?",
                    now().atOffset(java.time.ZoneOffset.UTC),
                    copy.value());
            Blocked<SignEdition.Outcome> waiting = Blocked.start(held.fixture.owner, () -> held.apply(offered));
            assertThat(waiting.isWaiting()).isTrue();
            return waiting;
        });
        assertThat(wish.result()).isEqualTo(not(EditionProblem.WITHDRAWN));
    }

    @Test
    void aCopyThatNobodySignedGivesItsPlaceAtTheLimit() {
        for (int i = 1; i < SignEdition.MOST_COPIES; i++) {
            held.signed(FULL.in(key(i)));
        }
        CredentialId stopped = unsigned(FULL.in(key(5)));
        assertThat(held.apply(FULL.in(key(6))))
                .as("its signer has time still")
                .isEqualTo(not(EditionProblem.TOO_MANY_COPIES));

        held.fixture.setup.clock().advance(Duration.ofMinutes(2));
        assertThat(held.apply(FULL.in(key(6)))).isInstanceOf(SignEdition.Signed.class);
        assertThat(held.fixture.count("credential WHERE id = ? AND state = 'VOIDED'", stopped.value()))
                .isEqualTo(1);
        assertThat(held.apply(FULL.in(key(7)))).isEqualTo(not(EditionProblem.TOO_MANY_COPIES));
        assertThat(held.fixture.credentials.finishCredential().apply(held.fixture.organisation, stopped))
                .as("given up for good")
                .isFalse();
    }

    private static WalletBinding jwk(String members) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(members.getBytes(StandardCharsets.UTF_8));
        return new WalletBinding(WalletKind.WALT_ID, "did:jwk:" + text);
    }

    @Test
    void oneKeyIsOneWalletHoweverItIsWritten() {
        CredentialId copy = held.signed(FULL.in(jwk("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"AQ\",\"y\":\"Ag\"}")));
        assertThat(held.signed(FULL.in(jwk(
                        "{\"kty\":\"EC\",\"use\":\"sig\",\"x\":\"AQ\",\"crv\":\"P-256\",\"kid\":\"1\",\"y\":\"Ag\"}"))))
                .isEqualTo(copy);
        assertThat(held.signed(FULL.in(jwk("{\"kty\":\"EC\",\"x\":\"AQ\",\"crv\":\"P-256\",\"y\":\"Aw\"}"))))
                .as("another key")
                .isNotEqualTo(copy);
        assertThat(held.fixture.signed(copy).document())
                .as("the subject as the wallet wrote it")
                .contains(jwk("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"AQ\",\"y\":\"Ag\"}")
                        .key());
    }

    @Test
    void aWishThatWaitsForACorrectionIsAboutWhatTookItsPlace() {
        UUID successor = UUID.randomUUID();
        Blocked<SignEdition.Outcome> wish = held.fixture.owner.inTransaction(handle -> {
            handle.execute(
                    "UPDATE credential SET state = 'REVOKED', revoked_at = now(), public_reason = 'NAME_CORRECTED', edition = 90"
                            + " WHERE id = ?",
                    held.badge.value());
            handle.execute(
                    "INSERT INTO credential (id, organisation_id, award_id, edition, worker_id, holder_id, state, status_list_id,"
                            + " status_index, achievement_name, image_url, displayed_name, name_choice, shows_evidence,"
                            + " valid_from, created_at, issued_at, supersedes)"
                            + " SELECT ?, organisation_id, award_id, 1, worker_id, holder_id, 'ISSUED', status_list_id, 100001,"
                            + " achievement_name, image_url, displayed_name, name_choice, shows_evidence, valid_from, created_at,"
                            + " now(), id FROM credential WHERE id = ?",
                    successor,
                    held.badge.value());
            Blocked<SignEdition.Outcome> waiting = Blocked.start(held.fixture.owner, () -> held.apply(FULL));
            assertThat(waiting.isWaiting()).isTrue();
            return waiting;
        });
        assertThat(wish.result()).isInstanceOf(SignEdition.Signed.class);
        assertThat(held.apply(ClaimFixture.choice(NameChoice.FULL, false)))
                .as("later")
                .isInstanceOf(SignEdition.Signed.class);
    }
}
