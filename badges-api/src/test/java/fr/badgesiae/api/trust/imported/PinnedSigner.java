package fr.badgesiae.api.trust.imported;

import static fr.badgesiae.api.trust.imported.OtherNetworkServer.ATELIER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.trust.TrustModule;
import fr.badgesiae.verifier.http.HttpFetcher;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A network that pinned the signer of another one, anew for each test, on one database. */
final class PinnedSigner implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, AfterEachCallback {
    static final Duration HOUR = Duration.ofHours(1);

    TestPlatform setup;
    Platform platform;
    HttpFetcher fetcher;
    TrustModule trust;
    OrganisationId network;
    AccountId by;
    OtherNetworkServer server;
    SignerId signer;

    @Override
    public void beforeAll(ExtensionContext context) {
        setup = TestPlatform.fresh();
        platform = setup.platform();
        fetcher = new HttpFetcher("test", Duration.ofSeconds(5), true, 10_000);
        Organisations organisations = new Organisations(platform.database());
        KeysModule keys = new KeysModule(platform);
        keys.prepare();
        trust = new TrustModule(platform, organisations, keys.signingKeys(), fetcher);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        fetcher.close();
        setup.close();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        setup.clock().set(TestPlatform.START);
        network = setup.organisation("Réseau " + UUID.randomUUID());
        by = setup.member(network);
        server = new OtherNetworkServer();
        signer = pin(server.address);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        new UnpinSigner(platform).apply(network, by, signer);
        server.close();
    }

    SignerId pin(String address) {
        SignerForm form = new SignerForm("Réseau d’ailleurs", server.did, address);
        return pinned(new PinSigner(platform).apply(network, by, form));
    }

    static SignerId pinned(PinSigner.Outcome outcome) {
        assertThat(outcome).isInstanceOf(PinSigner.Pinned.class);
        return ((PinSigner.Pinned) outcome).signer();
    }

    Instant now() {
        return setup.clock().instant();
    }

    Signer state() {
        return new ShowSigner(platform.database(), platform.clock()).apply(network, signer);
    }

    /** Runs the hourly job. */
    Signer fetch() {
        trust.job().run();
        return state();
    }

    void good(long sequence) {
        server.publish(now(), Duration.ofDays(7), sequence, ATELIER);
        assertThat(fetch().problem()).isNull();
    }

    long audited(String code) {
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
    String written() {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT string_agg(xmin::text, ' ') FROM trust_entry WHERE signer_id = ?",
                                signer.value())
                        .mapTo(String.class)
                        .one());
    }
}
