package fr.badgesiae.api.trust.imported;

import static fr.badgesiae.api.trust.imported.OtherNetworkServer.ATELIER;
import static fr.badgesiae.api.trust.imported.PinnedSigner.HOUR;
import static fr.badgesiae.api.trust.imported.PinnedSigner.pinned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.trust.SignedTrustList;
import fr.badgesiae.verifier.trust.SignedTrustList.Entry;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists of another network, fetched over real HTTP into a real database. */
class ImportedListsTest {
    @RegisterExtension
    static final PinnedSigner pinned = new PinnedSigner();

    @Test
    void theSameListReadAgainIsNotWrittenAnew() {
        pinned.good(7);
        String written = pinned.written();
        pinned.setup.clock().advance(HOUR);
        Signer state = pinned.fetch();
        assertThat(pinned.written()).isNotNull().isEqualTo(written);
        assertThat(state.problem()).isNull();
        assertThat(state.triedAt()).isEqualTo(pinned.now());
        assertThat(state.state()).isEqualTo(Signer.State.COUNTS);
    }

    @Test
    void anAcceptedListMakesItsIssuersKnownUnderTheNameOfTheirNetwork() {
        assertThat(pinned.trust.imported().find(ATELIER.id())).isEmpty();
        pinned.good(7);
        assertThat(pinned.trust.imported().find(ATELIER.id()))
                .contains(new TrustRegistry.Entry(
                        "Atelier du Canal", "12345678901234", "Réseau d’ailleurs", LocalDate.of(2026, 3, 1), null));
        Signer state = pinned.state();
        assertThat(state.state()).isEqualTo(Signer.State.COUNTS);
        assertThat(state.sequence()).isEqualTo(7);
        assertThat(state.entries()).isEqualTo(1);
        assertThat(state.triedAt()).isEqualTo(pinned.now());
    }

    @Test
    void aSuspendedIssuerIsKnownAsSuchAndANewerListReplacesTheWholeOfTheOlder() {
        pinned.good(1);
        Entry paused = new Entry(
                "did:key:z6MkOther", "Régie du Port", null, SignedTrustList.State.SUSPENDED, LocalDate.of(2026, 10, 1));
        pinned.server.publish(pinned.now(), HOUR, 2, paused);
        pinned.fetch();
        assertThat(pinned.trust.imported().find(ATELIER.id())).isEmpty();
        assertThat(pinned.trust
                        .imported()
                        .find("did:key:z6MkOther")
                        .orElseThrow()
                        .suspendedSince())
                .isEqualTo(LocalDate.of(2026, 10, 1));
        pinned.server.publish(pinned.now(), HOUR, 3);
        pinned.fetch();
        assertThat(pinned.trust.imported().find("did:key:z6MkOther")).isEmpty();
    }

    @Test
    void aLapsedListStopsCountingAtThatInstant() {
        pinned.server.publish(pinned.now(), HOUR, 1, ATELIER);
        pinned.fetch();
        pinned.setup.clock().advance(HOUR.minusSeconds(1));
        assertThat(pinned.trust.imported().find(ATELIER.id())).isPresent();
        pinned.setup.clock().advance(Duration.ofSeconds(1));
        assertThat(pinned.trust.imported().find(ATELIER.id())).isEmpty();
        assertThat(pinned.state().state()).isEqualTo(Signer.State.LAPSED);
        assertThat(pinned.fetch().problem()).isEqualTo(ImportProblem.LAPSED);
    }

    @Test
    void whileTheSignerIsAwayTheAcceptedListCountsOn() {
        pinned.good(1);
        pinned.server.close();
        assertThat(pinned.fetch().problem()).isEqualTo(ImportProblem.UNREACHABLE);
        assertThat(pinned.trust.imported().find(ATELIER.id())).isPresent();
    }

    @Test
    void trustIsNeverTransitive() throws IOException {
        try (OtherNetworkServer third = new OtherNetworkServer()) {
            Entry known = new Entry(
                    "did:web:tiers.example", "Tiers", null, SignedTrustList.State.ACTIVE, LocalDate.of(2026, 1, 1));
            third.publish(pinned.now(), HOUR, 1, known);
            Entry list =
                    new Entry(third.did, "Autre réseau", null, SignedTrustList.State.ACTIVE, LocalDate.of(2026, 1, 1));
            pinned.server.publishChanged(
                    pinned.now(),
                    1,
                    claims -> claims.replace("\"state\"", "\"list\":\"" + third.address + "\",\"state\"")
                            .replace("\"sequence\"", "\"lists\":[\"" + third.address + "\"],\"sequence\""),
                    list);
            assertThat(pinned.fetch().problem()).isNull();
            assertThat(pinned.trust.imported().find(third.did)).isPresent();
            assertThat(pinned.trust.imported().find(known.id())).isEmpty();
            assertThat(third.asked).isEmpty();
        }
    }

    @Test
    void anUnpinnedSignerIsForgottenAtOnce() {
        pinned.good(1);
        new UnpinSigner(pinned.platform).apply(pinned.network, pinned.by, pinned.signer);
        assertThat(pinned.audited("TRUST_SIGNER_UNPINNED")).isEqualTo(1);
        assertThat(pinned.trust.imported().find(ATELIER.id())).isEmpty();
        pinned.server.asked.clear();
        pinned.trust.job().run();
        assertThat(pinned.server.asked).isEmpty();
        pinned.signer = pinned.pin(pinned.server.address);
    }

    @Test
    void everyStepLeavesALineAndTheSameListReadAgainLeavesNone() {
        pinned.good(1);
        pinned.fetch();
        pinned.fetch();
        assertThat(pinned.audited("TRUST_SIGNER_PINNED")).isEqualTo(1);
        assertThat(pinned.audited("TRUST_LIST_IMPORTED")).isEqualTo(1);
        pinned.server.publish(pinned.now(), HOUR, 2, ATELIER);
        pinned.fetch();
        assertThat(pinned.audited("TRUST_LIST_IMPORTED")).isEqualTo(2);
    }

    @Test
    void oneSignerIsPinnedOnceInANetwork() {
        SignerForm again = new SignerForm("Encore", pinned.server.did, pinned.server.address);
        assertThat(new PinSigner(pinned.platform).apply(pinned.network, pinned.by, again))
                .isEqualTo(new PinSigner.AlreadyPinned());
    }

    @Test
    void aSignerIsTheAffairOfItsNetwork() {
        SignerForm again = new SignerForm("Encore", pinned.server.did, pinned.server.address);
        OrganisationId other = pinned.setup.organisation("Réseau Exemple " + UUID.randomUUID());
        assertThatThrownBy(() -> new UnpinSigner(pinned.platform).apply(other, pinned.by, pinned.signer))
                .isInstanceOf(ProblemException.class);
        SignerId theirs = pinned(new PinSigner(pinned.platform).apply(other, pinned.setup.member(other), again));
        new UnpinSigner(pinned.platform).apply(other, pinned.by, theirs);
    }

    @Test
    void theKeysOfASignerAreShownForComparing() {
        FindSignerKeys keys = new FindSignerKeys(pinned.platform.settings(), pinned.fetcher);
        assertThat(keys.apply(pinned.server.did)).containsExactly(pinned.server.fingerprint());
        assertThat(pinned.server.fingerprint().grouped()).matches("([0-9a-f]{4} ){15}[0-9a-f]{4}");
        assertThat(keys.apply("did:web:localhost%3A1")).isEmpty();
    }
}
