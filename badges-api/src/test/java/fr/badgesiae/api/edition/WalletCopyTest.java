package fr.badgesiae.api.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.share.ShareBadge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Editions that are signed for the key of a wallet. */
class WalletCopyTest {
    private static final EditionChoice ACCEPTED = ClaimFixture.choice(NameChoice.FIRST_AND_INITIAL, true);
    private static final EditionChoice FULL = ClaimFixture.choice(NameChoice.FULL, true);
    private static final EditionChoice NAMELESS = ClaimFixture.choice(NameChoice.NONE, false);

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

    private JsonNode document(CredentialId edition) {
        return json(fixture.signed(edition).document());
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CredentialState state(CredentialId edition) {
        return fixture.owner.withHandle(
                handle -> handle.select("SELECT state FROM credential WHERE id = ?", edition.value())
                        .mapTo(CredentialState.class)
                        .one());
    }

    private int setBits() {
        return fixture.owner.withHandle(handle -> handle.select("SELECT bit_count(bits) FROM status_list")
                .mapTo(Integer.class)
                .one());
    }

    private static void assertProblem(ProblemType type, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    @Test
    void theSubjectIsTheKeyOfTheWalletInBothForms() {
        CredentialId copy = signed(ACCEPTED.in(key(1)));

        assertThat(copy).isNotEqualTo(badge);
        assertThat(document(copy).at("/credentialSubject/id").asText()).isEqualTo(key(1).key());
        String payload = fixture.signed(copy).jwt().split("\\.", -1)[1];
        JsonNode claims = json(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
        assertThat(claims.path("sub").asText()).isEqualTo(key(1).key());
        assertThat(claims.at("/credentialSubject/id").asText()).isEqualTo(key(1).key());
        assertThat(document(copy).at("/credentialStatus/statusListIndex"))
                .isNotEqualTo(document(badge).at("/credentialStatus/statusListIndex"));
        assertThat(fixture.audited("WALLET_COPY_ASKED", copy.value())).isEqualTo(1);
        assertThat(fixture.audited("EDITION_ASKED", copy.value())).isZero();
    }

    @Test
    void theSameWalletKeyAndChoiceAreSignedOnce() {
        CredentialId first = signed(FULL.in(key(1)));

        assertThat(signed(FULL.in(key(1)))).isEqualTo(first);
        assertThat(signed(FULL.in(key(2)))).isNotEqualTo(first);
        assertThat(signed(NAMELESS.in(key(1)))).isNotEqualTo(first);
        assertThat(fixture.count("credential WHERE wallet IS NOT NULL")).isEqualTo(3);
    }

    @Test
    void aLinkNeverShowsTheCopyOfAWalletNorAWalletWhatALinkShows() {
        CredentialId copy = signed(FULL.in(key(1)));

        CredentialId shown = signed(FULL);
        assertThat(shown).isNotEqualTo(copy);
        assertThat(document(shown).at("/credentialSubject/id").asText()).startsWith("urn:uuid:");
        CredentialId nameless = signed(NAMELESS);
        assertThat(signed(NAMELESS.in(key(1)))).isNotEqualTo(nameless);
        assertProblem(
                ProblemType.NOT_FOUND,
                () -> fixture.share(holder, new ShareBadge.Wish(copy, null, "Pour un employeur", 7)));
    }

    @Test
    void aNamelessCopyHasNoIdNorIndexOfANamedOne() {
        CredentialId named = signed(FULL.in(key(1)));
        CredentialId nameless = signed(NAMELESS.in(key(2)));

        assertThat(fixture.signed(nameless).document()).doesNotContain("Alix").doesNotContain(key(1).key());
        for (String field : List.of("/id", "/credentialStatus/id", "/credentialSubject/id")) {
            assertThat(document(nameless).at(field))
                    .isNotEqualTo(document(named).at(field));
        }
    }

    @Test
    void fiveCopiesAreInWalletsAtMost() {
        List<CredentialId> five = IntStream.range(0, 5)
                .mapToObj(number -> signed(FULL.in(key(number))))
                .toList();

        assertThat(apply(FULL.in(key(5)))).isEqualTo(new SignEdition.NotSigned(EditionProblem.TOO_MANY_COPIES));
        assertThat(signed(FULL.in(key(0)))).as("one that is there is found").isEqualTo(five.get(0));
        assertThat(signed(NAMELESS)).as("links are not counted").isNotNull();

        fixture.edition.withdrawCopy().apply(holder, five.get(2));
        assertThat(signed(FULL.in(key(5)))).isNotIn(five);
    }

    @Test
    void twoWalletsAtOnceDoNotTakeTheSamePlace() throws Exception {
        IntStream.range(0, 4).forEach(number -> signed(FULL.in(key(number))));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<SignEdition.Outcome> one = () -> apply(FULL.in(key(10)));
            Callable<SignEdition.Outcome> other = () -> apply(FULL.in(key(11)));
            Set<Class<?>> outcomes = two.invokeAll(List.of(one, other)).stream()
                    .map(WalletCopyTest::outcome)
                    .map(Object::getClass)
                    .collect(Collectors.toSet());
            assertThat(outcomes).containsExactlyInAnyOrder(SignEdition.Signed.class, SignEdition.NotSigned.class);
        } finally {
            two.shutdownNow();
        }
        assertThat(fixture.count("credential WHERE wallet IS NOT NULL")).isEqualTo(5);
    }

    private static SignEdition.Outcome outcome(Future<SignEdition.Outcome> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRevocationIsThatOfEveryCopy() {
        CredentialId first = signed(FULL.in(key(1)));
        CredentialId second = signed(NAMELESS.in(key(2)));

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

        assertThat(List.of(state(badge), state(first), state(second))).containsOnly(CredentialState.REVOKED);
        assertThat(setBits()).isEqualTo(3);
    }

    @Test
    void aCopyIsWithdrawnAlone() {
        CredentialId copy = signed(FULL.in(key(1)));
        CredentialId other = signed(FULL.in(key(2)));
        long published = fixture.count("audit_event WHERE code = 'STATUS_LIST_PUBLISHED'");

        assertThat(fixture.edition.withdrawCopy().apply(holder, copy)).isEqualTo(badge);

        assertThat(List.of(state(badge), state(copy), state(other)))
                .containsExactly(CredentialState.ISSUED, CredentialState.REVOKED, CredentialState.ISSUED);
        assertThat(setBits()).isEqualTo(1);
        assertThat(fixture.count("audit_event WHERE code = 'STATUS_LIST_PUBLISHED'"))
                .isEqualTo(published + 1);
        assertThat(fixture.count("credential WHERE public_reason = 'HOLDER_REQUEST' AND id = ?", copy.value()))
                .isEqualTo(1);
        assertThat(fixture.audited("WALLET_COPY_WITHDRAWN", copy.value())).isEqualTo(1);

        fixture.edition.withdrawCopy().apply(holder, copy);
        assertThat(fixture.audited("WALLET_COPY_WITHDRAWN", copy.value()))
                .as("once")
                .isEqualTo(1);
    }

    @Test
    void aCopyThatWasWithdrawnIsSignedAgainAsAnotherOne() {
        CredentialId copy = signed(FULL.in(key(1)));
        fixture.edition.withdrawCopy().apply(holder, copy);

        assertThat(signed(FULL.in(key(1)))).isNotEqualTo(copy);
    }

    @Test
    void onlyCopiesOfTheHolderAreWithdrawn() {
        CredentialId copy = signed(FULL.in(key(1)));
        HolderId other = fixture.accepted(fixture.offered()).holder();

        assertProblem(
                ProblemType.NOT_FOUND, () -> fixture.edition.withdrawCopy().apply(other, copy));
        assertProblem(
                ProblemType.NOT_FOUND, () -> fixture.edition.withdrawCopy().apply(holder, badge));
        CredentialId shown = signed(NAMELESS);
        assertProblem(
                ProblemType.NOT_FOUND, () -> fixture.edition.withdrawCopy().apply(holder, shown));
        assertProblem(
                ProblemType.NOT_FOUND,
                () -> fixture.edition.withdrawCopy().apply(holder, new CredentialId(UUID.randomUUID())));
        assertThat(setBits()).isZero();
    }

    @Test
    void inAClosedSpaceNothingIsSignedNorWithdrawn() {
        CredentialId copy = signed(FULL.in(key(1)));
        fixture.owner.useHandle(handle -> handle.execute("UPDATE holder SET erased_at = now()"));

        assertProblem(ProblemType.NOT_FOUND, () -> apply(FULL.in(key(1))));
        assertProblem(
                ProblemType.NOT_FOUND, () -> fixture.edition.withdrawCopy().apply(holder, copy));
    }

    @Test
    void aWalletIsBoundByADidOfItsKey() {
        for (String other : List.of("did:web:exemple.example", "did:key:", "urn:uuid:1", "did:key:z6Mk#z6Mk", "")) {
            assertThat(WalletBinding.accepts(other)).as(other).isFalse();
        }
        assertThat(WalletBinding.accepts("did:jwk:" + "e".repeat(2000))).isFalse();
        assertThat(WalletBinding.accepts("did:jwk:eyJrdHkiOiJPS1AifQ")).isTrue();
    }
}
