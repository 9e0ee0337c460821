package fr.badgesiae.api.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.db.Blocked;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copies between the offer to a wallet and its signature. */
class OfferedCopyTest {
    private static final EditionChoice FULL = ClaimFixture.choice(NameChoice.FULL, true);

    private ClaimFixture fixture;
    private HolderId holder;
    private CredentialId badge;

    @BeforeEach
    void accept() {
        fixture = ClaimFixture.open();
        var accepted = fixture.accepted(fixture.offered());
        holder = accepted.holder();
        badge = accepted.credential();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static WalletBinding key(int number) {
        return new WalletBinding(WalletKind.LEARNER_CREDENTIAL_WALLET, "did:key:z6MkExample" + number);
    }

    private SignEdition.Outcome apply(EditionChoice choice) {
        return fixture.editions.apply(holder, badge, choice);
    }

    private CredentialId signed(EditionChoice choice) {
        return ((SignEdition.Signed) apply(choice)).edition();
    }

    private Instant now() {
        return fixture.platform.clock().instant();
    }

    /** A copy whose signer stopped after it was recorded. */
    private CredentialId unsigned(EditionChoice choice) {
        CredentialId copy = signed(choice);
        fixture.owner.useHandle(handle -> {
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
        fixture.edition.withdrawCopy().apply(holder, signed(offered));
        assertThat(apply(offered)).isEqualTo(not(EditionProblem.WITHDRAWN));

        fixture.setup.clock().advance(Duration.ofMinutes(1));
        assertThat(apply(offered.offered(now()))).as("another offer").isInstanceOf(SignEdition.Signed.class);
    }

    @Test
    void neitherIsOneThatWasWithdrawnBeforeItWasSigned() {
        EditionChoice offered = FULL.in(key(1)).offered(now());
        fixture.edition.withdrawCopy().apply(holder, unsigned(offered));
        assertThat(apply(offered)).isEqualTo(not(EditionProblem.WITHDRAWN));
        assertThat(apply(FULL.in(key(2)).offered(now().minusSeconds(60))))
                .as("another wallet")
                .isInstanceOf(SignEdition.Signed.class);
    }

    @Test
    void aWithdrawalThatComesFirstIsWaitedFor() {
        EditionChoice offered = FULL.in(key(1)).offered(now());
        CredentialId copy = unsigned(offered);
        Blocked<SignEdition.Outcome> wish = fixture.owner.inTransaction(handle -> {
            handle.execute("SELECT FROM credential WHERE id = ? FOR UPDATE", badge.value());
            handle.execute(
                    "UPDATE credential SET state = 'VOIDED', lease = NULL, lease_until = NULL, withdrawn_at = ? WHERE id = ?",
                    now().atOffset(java.time.ZoneOffset.UTC),
                    copy.value());
            Blocked<SignEdition.Outcome> waiting = Blocked.start(fixture.owner, () -> apply(offered));
            assertThat(waiting.isWaiting()).isTrue();
            return waiting;
        });
        assertThat(wish.result()).isEqualTo(not(EditionProblem.WITHDRAWN));
    }

    @Test
    void aCopyThatNobodySignedGivesItsPlaceAtTheLimit() {
        for (int i = 1; i < SignEdition.MOST_COPIES; i++) {
            signed(FULL.in(key(i)));
        }
        CredentialId stopped = unsigned(FULL.in(key(5)));
        assertThat(apply(FULL.in(key(6))))
                .as("its signer has time still")
                .isEqualTo(not(EditionProblem.TOO_MANY_COPIES));

        fixture.setup.clock().advance(Duration.ofMinutes(2));
        assertThat(apply(FULL.in(key(6)))).isInstanceOf(SignEdition.Signed.class);
        assertThat(fixture.count("credential WHERE id = ? AND state = 'VOIDED'", stopped.value()))
                .isEqualTo(1);
        assertThat(apply(FULL.in(key(7)))).isEqualTo(not(EditionProblem.TOO_MANY_COPIES));
        assertThat(fixture.credentials.finishCredential().apply(fixture.organisation, stopped))
                .as("given up for good")
                .isFalse();
    }

    private static WalletBinding jwk(String members) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(members.getBytes(StandardCharsets.UTF_8));
        return new WalletBinding(WalletKind.WALT_ID, "did:jwk:" + text);
    }

    @Test
    void oneKeyIsOneWalletHoweverItIsWritten() {
        CredentialId copy = signed(FULL.in(jwk("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"AQ\",\"y\":\"Ag\"}")));
        assertThat(signed(FULL.in(jwk(
                        "{\"kty\":\"EC\",\"use\":\"sig\",\"x\":\"AQ\",\"crv\":\"P-256\",\"kid\":\"1\",\"y\":\"Ag\"}"))))
                .isEqualTo(copy);
        assertThat(signed(FULL.in(jwk("{\"kty\":\"EC\",\"x\":\"AQ\",\"crv\":\"P-256\",\"y\":\"Aw\"}"))))
                .as("another key")
                .isNotEqualTo(copy);
        assertThat(fixture.signed(copy).document())
                .as("the subject as the wallet wrote it")
                .contains(jwk("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"AQ\",\"y\":\"Ag\"}")
                        .key());
    }

    @Test
    void aWishThatWaitsForACorrectionIsAboutWhatTookItsPlace() {
        UUID successor = UUID.randomUUID();
        Blocked<SignEdition.Outcome> wish = fixture.owner.inTransaction(handle -> {
            handle.execute(
                    "UPDATE credential SET state = 'REVOKED', revoked_at = now(), public_reason = 'NAME_CORRECTED', edition = 90"
                            + " WHERE id = ?",
                    badge.value());
            handle.execute(
                    "INSERT INTO credential (id, organisation_id, award_id, edition, worker_id, holder_id, state, status_list_id,"
                            + " status_index, achievement_name, image_url, displayed_name, name_choice, shows_evidence,"
                            + " valid_from, created_at, issued_at, supersedes)"
                            + " SELECT ?, organisation_id, award_id, 1, worker_id, holder_id, 'ISSUED', status_list_id, 100001,"
                            + " achievement_name, image_url, displayed_name, name_choice, shows_evidence, valid_from, created_at,"
                            + " now(), id FROM credential WHERE id = ?",
                    successor,
                    badge.value());
            Blocked<SignEdition.Outcome> waiting = Blocked.start(fixture.owner, () -> apply(FULL));
            assertThat(waiting.isWaiting()).isTrue();
            return waiting;
        });
        assertThat(wish.result()).isInstanceOf(SignEdition.Signed.class);
        assertThat(apply(ClaimFixture.choice(NameChoice.FULL, false)))
                .as("later")
                .isInstanceOf(SignEdition.Signed.class);
    }
}
