package fr.badgesiae.api.edition;

import static fr.badgesiae.api.edition.AcceptedBadge.ACCEPTED;
import static fr.badgesiae.api.edition.AcceptedBadge.FULL;
import static fr.badgesiae.api.edition.AcceptedBadge.NAMELESS;
import static fr.badgesiae.api.edition.AcceptedBadge.assertProblem;
import static fr.badgesiae.api.edition.AcceptedBadge.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Editions that are signed for the key of a wallet. */
class WalletCopyTest {
    @RegisterExtension
    final AcceptedBadge held = new AcceptedBadge();

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSubjectIsTheKeyOfTheWalletInBothForms() {
        CredentialId copy = held.signed(ACCEPTED.in(key(1)));

        assertThat(copy).isNotEqualTo(held.badge);
        assertThat(held.document(copy).at("/credentialSubject/id").asText()).isEqualTo(key(1).key());
        String payload = held.fixture.signed(copy).jwt().split("\\.", -1)[1];
        JsonNode claims = json(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
        assertThat(claims.path("sub").asText()).isEqualTo(key(1).key());
        assertThat(claims.at("/credentialSubject/id").asText()).isEqualTo(key(1).key());
        assertThat(held.document(copy).at("/credentialStatus/statusListIndex"))
                .isNotEqualTo(held.document(held.badge).at("/credentialStatus/statusListIndex"));
        assertThat(held.fixture.audited("WALLET_COPY_ASKED", copy.value())).isEqualTo(1);
        assertThat(held.fixture.audited("EDITION_ASKED", copy.value())).isZero();
    }

    @Test
    void theSameWalletKeyAndChoiceAreSignedOnce() {
        CredentialId first = held.signed(FULL.in(key(1)));

        assertThat(held.signed(FULL.in(key(1)))).isEqualTo(first);
        assertThat(held.signed(FULL.in(key(2)))).isNotEqualTo(first);
        assertThat(held.signed(NAMELESS.in(key(1)))).isNotEqualTo(first);
        assertThat(held.fixture.count("credential WHERE wallet IS NOT NULL")).isEqualTo(3);
    }

    @Test
    void aLinkNeverShowsTheCopyOfAWalletNorAWalletWhatALinkShows() {
        CredentialId copy = held.signed(FULL.in(key(1)));

        CredentialId shown = held.signed(FULL);
        assertThat(shown).isNotEqualTo(copy);
        assertThat(held.document(shown).at("/credentialSubject/id").asText()).startsWith("urn:uuid:");
        CredentialId nameless = held.signed(NAMELESS);
        assertThat(held.signed(NAMELESS.in(key(1)))).isNotEqualTo(nameless);
        assertProblem(
                ProblemType.NOT_FOUND,
                () -> held.fixture.share(held.holder, new ShareBadge.Wish(copy, null, "Pour un employeur", 7)));
    }

    @Test
    void aNamelessCopyHasNoIdNorIndexOfANamedOne() {
        CredentialId named = held.signed(FULL.in(key(1)));
        CredentialId nameless = held.signed(NAMELESS.in(key(2)));

        assertThat(held.fixture.signed(nameless).document())
                .doesNotContain("Alix")
                .doesNotContain(key(1).key());
        for (String field : List.of("/id", "/credentialStatus/id", "/credentialSubject/id")) {
            assertThat(held.document(nameless).at(field))
                    .isNotEqualTo(held.document(named).at(field));
        }
    }

    @Test
    void fiveCopiesAreInWalletsAtMost() {
        List<CredentialId> five = IntStream.range(0, 5)
                .mapToObj(number -> held.signed(FULL.in(key(number))))
                .toList();

        assertThat(held.apply(FULL.in(key(5)))).isEqualTo(new SignEdition.NotSigned(EditionProblem.TOO_MANY_COPIES));
        assertThat(held.signed(FULL.in(key(0))))
                .as("one that is there is found")
                .isEqualTo(five.get(0));
        assertThat(held.signed(NAMELESS)).as("links are not counted").isNotNull();

        held.fixture.edition.withdrawCopy().apply(held.holder, five.get(2));
        assertThat(held.signed(FULL.in(key(5)))).isNotIn(five);
    }

    @Test
    void twoWalletsAtOnceDoNotTakeTheSamePlace() throws Exception {
        IntStream.range(0, 4).forEach(number -> held.signed(FULL.in(key(number))));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<SignEdition.Outcome> one = () -> held.apply(FULL.in(key(10)));
            Callable<SignEdition.Outcome> other = () -> held.apply(FULL.in(key(11)));
            Set<Class<?>> outcomes = two.invokeAll(List.of(one, other)).stream()
                    .map(WalletCopyTest::outcome)
                    .map(Object::getClass)
                    .collect(Collectors.toSet());
            assertThat(outcomes).containsExactlyInAnyOrder(SignEdition.Signed.class, SignEdition.NotSigned.class);
        } finally {
            two.shutdownNow();
        }
        assertThat(held.fixture.count("credential WHERE wallet IS NOT NULL")).isEqualTo(5);
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
        CredentialId first = held.signed(FULL.in(key(1)));
        CredentialId second = held.signed(NAMELESS.in(key(2)));

        held.fixture
                .platform
                .database()
                .inOrganisation(
                        held.fixture.organisation,
                        handle -> held.fixture
                                .credentials
                                .revoke()
                                .revoke(
                                        handle,
                                        held.fixture.organisation,
                                        held.badge,
                                        PublicReason.WRONG_CONTENT,
                                        "",
                                        Actor.SYSTEM));

        assertThat(List.of(held.state(held.badge), held.state(first), held.state(second)))
                .containsOnly(CredentialState.REVOKED);
        assertThat(held.setBits()).isEqualTo(3);
    }

    @Test
    void aCopyIsWithdrawnAlone() {
        CredentialId copy = held.signed(FULL.in(key(1)));
        CredentialId other = held.signed(FULL.in(key(2)));
        long published = held.fixture.count("audit_event WHERE code = 'STATUS_LIST_PUBLISHED'");

        assertThat(held.fixture.edition.withdrawCopy().apply(held.holder, copy)).isEqualTo(held.badge);

        assertThat(List.of(held.state(held.badge), held.state(copy), held.state(other)))
                .containsExactly(CredentialState.ISSUED, CredentialState.REVOKED, CredentialState.ISSUED);
        assertThat(held.setBits()).isEqualTo(1);
        assertThat(held.fixture.count("audit_event WHERE code = 'STATUS_LIST_PUBLISHED'"))
                .isEqualTo(published + 1);
        assertThat(held.fixture.count("credential WHERE public_reason = 'HOLDER_REQUEST' AND id = ?", copy.value()))
                .isEqualTo(1);
        assertThat(held.fixture.audited("WALLET_COPY_WITHDRAWN", copy.value())).isEqualTo(1);

        held.fixture.edition.withdrawCopy().apply(held.holder, copy);
        assertThat(held.fixture.audited("WALLET_COPY_WITHDRAWN", copy.value()))
                .as("once")
                .isEqualTo(1);
    }

    @Test
    void aCopyThatWasWithdrawnIsSignedAgainAsAnotherOne() {
        CredentialId copy = held.signed(FULL.in(key(1)));
        held.fixture.edition.withdrawCopy().apply(held.holder, copy);

        assertThat(held.signed(FULL.in(key(1)))).isNotEqualTo(copy);
    }

    @Test
    void onlyCopiesOfTheHolderAreWithdrawn() {
        CredentialId copy = held.signed(FULL.in(key(1)));
        HolderId other = held.fixture.accepted(held.fixture.offered()).holder();

        assertProblem(
                ProblemType.NOT_FOUND, () -> held.fixture.edition.withdrawCopy().apply(other, copy));
        assertProblem(
                ProblemType.NOT_FOUND, () -> held.fixture.edition.withdrawCopy().apply(held.holder, held.badge));
        CredentialId shown = held.signed(NAMELESS);
        assertProblem(
                ProblemType.NOT_FOUND, () -> held.fixture.edition.withdrawCopy().apply(held.holder, shown));
        assertProblem(
                ProblemType.NOT_FOUND,
                () -> held.fixture.edition.withdrawCopy().apply(held.holder, new CredentialId(UUID.randomUUID())));
        assertThat(held.setBits()).isZero();
    }

    @Test
    void inAClosedSpaceNothingIsSignedNorWithdrawn() {
        CredentialId copy = held.signed(FULL.in(key(1)));
        held.fixture.owner.useHandle(handle -> handle.execute("UPDATE holder SET erased_at = now()"));

        assertProblem(ProblemType.NOT_FOUND, () -> held.apply(FULL.in(key(1))));
        assertProblem(
                ProblemType.NOT_FOUND, () -> held.fixture.edition.withdrawCopy().apply(held.holder, copy));
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
