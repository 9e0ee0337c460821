package fr.badgesiae.api.trust.imported;

import static fr.badgesiae.api.trust.imported.OtherNetworkServer.ATELIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.trust.TrustModule;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.http.HttpFetcher;
import fr.badgesiae.verifier.trust.SignedTrustList;
import fr.badgesiae.verifier.trust.SignedTrustList.Entry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of another network, fetched over real HTTP into a real database. */
class ImportedListsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private static TestPlatform setup;
    private static Platform platform;
    private static HttpFetcher fetcher;
    private static TrustModule trust;

    private OrganisationId network;
    private AccountId by;
    private OtherNetworkServer server;
    private SignerId signer;

    @BeforeAll
    static void open() {
        setup = TestPlatform.fresh();
        platform = setup.platform();
        fetcher = new HttpFetcher("test", Duration.ofSeconds(5), true, 10_000);
        Organisations organisations = new Organisations(platform.database());
        KeysModule keys = new KeysModule(platform);
        keys.prepare();
        trust = new TrustModule(platform, organisations, keys.signingKeys(), fetcher);
    }

    @AfterAll
    static void close() {
        fetcher.close();
        setup.close();
    }

    @BeforeEach
    void pin() throws IOException {
        setup.clock().set(TestPlatform.START);
        network = setup.organisation("Réseau " + UUID.randomUUID());
        by = setup.member(network);
        server = new OtherNetworkServer();
        signer = pin(server.address);
    }

    @AfterEach
    void unpin() {
        new UnpinSigner(platform).apply(network, by, signer);
        server.close();
    }

    private SignerId pin(String address) {
        SignerForm form = new SignerForm("Réseau d’ailleurs", server.did, address);
        return pinned(new PinSigner(platform).apply(network, by, form));
    }

    private static SignerId pinned(PinSigner.Outcome outcome) {
        assertThat(outcome).isInstanceOf(PinSigner.Pinned.class);
        return ((PinSigner.Pinned) outcome).signer();
    }

    private static Instant now() {
        return setup.clock().instant();
    }

    private Signer state() {
        return new ShowSigner(platform.database(), platform.clock()).apply(network, signer);
    }

    /** Runs the hourly job. */
    private Signer fetch() {
        trust.job().run();
        return state();
    }

    private void good(long sequence) {
        server.publish(now(), Duration.ofDays(7), sequence, ATELIER);
        assertThat(fetch().problem()).isNull();
    }

    private long audited(String code) {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT count(*) FROM audit_event WHERE code = ? AND subject_id = ?",
                                code,
                                signer.value())
                        .mapTo(Long.class)
                        .one());
    }

    /** The ids of the transactions that wrote the stored list. */
    private String written() {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT string_agg(xmin::text, ' ') FROM trust_entry WHERE signer_id = ?",
                                signer.value())
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void theSameListReadAgainIsNotWrittenAnew() {
        good(7);
        String written = written();
        setup.clock().advance(HOUR);
        Signer state = fetch();
        assertThat(written()).isNotNull().isEqualTo(written);
        assertThat(state.problem()).isNull();
        assertThat(state.triedAt()).isEqualTo(now());
        assertThat(state.state()).isEqualTo(Signer.State.COUNTS);
    }

    @Test
    void anAcceptedListMakesItsIssuersKnownUnderTheNameOfTheirNetwork() {
        assertThat(trust.imported().find(ATELIER.id())).isEmpty();
        good(7);
        assertThat(trust.imported().find(ATELIER.id()))
                .contains(new TrustRegistry.Entry(
                        "Atelier du Canal", "12345678901234", "Réseau d’ailleurs", LocalDate.of(2026, 3, 1), null));
        Signer state = state();
        assertThat(state.state()).isEqualTo(Signer.State.COUNTS);
        assertThat(state.sequence()).isEqualTo(7);
        assertThat(state.entries()).isEqualTo(1);
        assertThat(state.triedAt()).isEqualTo(now());
    }

    @Test
    void aSuspendedIssuerIsKnownAsSuchAndANewerListReplacesTheWholeOfTheOlder() {
        good(1);
        Entry paused = new Entry(
                "did:key:z6MkOther", "Régie du Port", null, SignedTrustList.State.SUSPENDED, LocalDate.of(2026, 10, 1));
        server.publish(now(), HOUR, 2, paused);
        fetch();
        assertThat(trust.imported().find(ATELIER.id())).isEmpty();
        assertThat(trust.imported().find("did:key:z6MkOther").orElseThrow().suspendedSince())
                .isEqualTo(LocalDate.of(2026, 10, 1));
        server.publish(now(), HOUR, 3);
        fetch();
        assertThat(trust.imported().find("did:key:z6MkOther")).isEmpty();
    }

    @Test
    void aLapsedListStopsCountingAtThatInstant() {
        server.publish(now(), HOUR, 1, ATELIER);
        fetch();
        setup.clock().advance(HOUR.minusSeconds(1));
        assertThat(trust.imported().find(ATELIER.id())).isPresent();
        setup.clock().advance(Duration.ofSeconds(1));
        assertThat(trust.imported().find(ATELIER.id())).isEmpty();
        assertThat(state().state()).isEqualTo(Signer.State.LAPSED);
        assertThat(fetch().problem()).isEqualTo(ImportProblem.LAPSED);
    }

    @Test
    void aListThatLivesLongerThanSevenDaysIsRefused() {
        String exp = "\"exp\":" + now().plus(Duration.ofDays(7)).plusSeconds(1).getEpochSecond();
        server.publishChanged(now(), 1, claims -> claims.replaceFirst("\"exp\":\\d+", exp), ATELIER);
        assertThat(fetch().problem()).isEqualTo(ImportProblem.LIVES_TOO_LONG);
        assertThat(trust.imported().find(ATELIER.id())).isEmpty();
    }

    @Test
    void aLowerSequenceNumberIsRefusedAlsoAfterTheSignerWasPinnedAnew() {
        good(5);
        server.publish(now(), HOUR, 4);
        Signer state = fetch();
        assertThat(state.problem()).isEqualTo(ImportProblem.OUTDATED);
        assertThat(state.state()).isEqualTo(Signer.State.TROUBLED);
        assertThat(trust.imported().find(ATELIER.id())).isPresent();
        new UnpinSigner(platform).apply(network, by, signer);
        signer = pin(server.address);
        assertThat(fetch().problem()).isEqualTo(ImportProblem.OUTDATED);
        server.publish(now(), HOUR, 5, ATELIER);
        assertThat(fetch().problem()).isNull();
    }

    @Test
    void nobodyElseSignsForThePinnedSigner() {
        server.publishSignedByAnotherKey(now(), 1);
        assertThat(fetch().problem()).isEqualTo(ImportProblem.NOT_SIGNED);
        server.publishInAnotherName(now(), 1);
        assertThat(fetch().problem()).isEqualTo(ImportProblem.WRONG_SIGNER);
        assertThat(trust.imported().find(ATELIER.id())).isEmpty();
    }

    @Test
    void aListThatWasTamperedWithChangesNothing() {
        good(1);
        server.publish(now(), HOUR, 2, ATELIER);
        server.tamper();
        assertThat(fetch().problem()).isEqualTo(ImportProblem.NOT_SIGNED);
        assertThat(trust.imported().find(ATELIER.id()).orElseThrow().registeredName())
                .isEqualTo("Atelier du Canal");
    }

    @Test
    void whatIsNoListOrTooLargeIsRefused() {
        server.serve("<html>");
        assertThat(fetch().problem()).isEqualTo(ImportProblem.MALFORMED);
        server.serve("x".repeat((4 << 20) + 1));
        assertThat(fetch().problem()).isEqualTo(ImportProblem.TOO_LARGE);
    }

    @Test
    void aNameThatShowsSomethingElseThanItSaysIsRefused() {
        server.publishChanged(now(), 1, claims -> claims.replace("Atelier", "\u202eAtelier"), ATELIER);
        assertThat(fetch().problem()).isEqualTo(ImportProblem.MALFORMED);
        server.publishChanged(now(), 1, claims -> claims.replace("Atelier", "Atelier\\u0000"), ATELIER);
        assertThat(fetch().problem()).isEqualTo(ImportProblem.MALFORMED);
    }

    @Test
    void whileTheSignerIsAwayTheAcceptedListCountsOn() {
        good(1);
        server.close();
        assertThat(fetch().problem()).isEqualTo(ImportProblem.UNREACHABLE);
        assertThat(trust.imported().find(ATELIER.id())).isPresent();
    }

    @Test
    void trustIsNeverTransitive() throws IOException {
        try (OtherNetworkServer third = new OtherNetworkServer()) {
            Entry known = new Entry(
                    "did:web:tiers.example", "Tiers", null, SignedTrustList.State.ACTIVE, LocalDate.of(2026, 1, 1));
            third.publish(now(), HOUR, 1, known);
            Entry list =
                    new Entry(third.did, "Autre réseau", null, SignedTrustList.State.ACTIVE, LocalDate.of(2026, 1, 1));
            server.publishChanged(
                    now(),
                    1,
                    claims -> claims.replace("\"state\"", "\"list\":\"" + third.address + "\",\"state\"")
                            .replace("\"sequence\"", "\"lists\":[\"" + third.address + "\"],\"sequence\""),
                    list);
            assertThat(fetch().problem()).isNull();
            assertThat(trust.imported().find(third.did)).isPresent();
            assertThat(trust.imported().find(known.id())).isEmpty();
            assertThat(third.asked).isEmpty();
        }
    }

    @Test
    void onlyWholeDidsAreKept() {
        Entry web = new Entry(
                "https://ailleurs.example/1", "Web", null, SignedTrustList.State.ACTIVE, LocalDate.of(2026, 1, 1));
        server.publish(now(), HOUR, 1, ATELIER, web);
        Signer state = fetch();
        assertThat(List.of(state.entries(), state.leftOut())).containsExactly(1, 1);
        assertThat(trust.imported().find(web.id())).isEmpty();
        assertThat(trust.imported().find(ATELIER.id() + ":more")).isEmpty();
        assertThat(trust.imported().find("did:web:ailleurs.example:issuers")).isEmpty();
        assertThat(trust.imported().find(ATELIER.id() + "\0")).isEmpty();
    }

    @Test
    void anUnpinnedSignerIsForgottenAtOnce() {
        good(1);
        new UnpinSigner(platform).apply(network, by, signer);
        assertThat(audited("TRUST_SIGNER_UNPINNED")).isEqualTo(1);
        assertThat(trust.imported().find(ATELIER.id())).isEmpty();
        server.asked.clear();
        trust.job().run();
        assertThat(server.asked).isEmpty();
        signer = pin(server.address);
    }

    @Test
    void everyStepLeavesALineAndTheSameListReadAgainLeavesNone() {
        good(1);
        fetch();
        fetch();
        assertThat(audited("TRUST_SIGNER_PINNED")).isEqualTo(1);
        assertThat(audited("TRUST_LIST_IMPORTED")).isEqualTo(1);
        server.publish(now(), HOUR, 2, ATELIER);
        fetch();
        assertThat(audited("TRUST_LIST_IMPORTED")).isEqualTo(2);
    }

    @Test
    void oneSignerIsPinnedOnceInANetwork() {
        SignerForm again = new SignerForm("Encore", server.did, server.address);
        assertThat(new PinSigner(platform).apply(network, by, again)).isEqualTo(new PinSigner.AlreadyPinned());
    }

    @Test
    void aSignerIsTheAffairOfItsNetwork() {
        SignerForm again = new SignerForm("Encore", server.did, server.address);
        OrganisationId other = setup.organisation("Réseau Exemple " + UUID.randomUUID());
        assertThatThrownBy(() -> new UnpinSigner(platform).apply(other, by, signer))
                .isInstanceOf(ProblemException.class);
        SignerId theirs = pinned(new PinSigner(platform).apply(other, setup.member(other), again));
        new UnpinSigner(platform).apply(other, by, theirs);
    }

    @Test
    void theKeysOfASignerAreShownForComparing() {
        FindSignerKeys keys = new FindSignerKeys(platform.settings(), fetcher);
        assertThat(keys.apply(server.did)).containsExactly(server.fingerprint());
        assertThat(server.fingerprint().grouped()).matches("([0-9a-f]{4} ){15}[0-9a-f]{4}");
        assertThat(keys.apply("did:web:localhost%3A1")).isEmpty();
    }
}
