package fr.badgesiae.api.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.keys.VerificationKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
    private static final byte[] DATA = "Bonjour".getBytes(StandardCharsets.UTF_8);
    private static final Crypto CRYPTO = Crypto.best();
    private static final PublicKeys PUBLIC = new PublicKeys(CRYPTO);

    private static TestPlatform setup;
    private static OrganisationId organisation;
    private static OrganisationId other;
    private static KeysModule module;

    @BeforeAll
    static void open() {
        setup = TestPlatform.fresh();
        organisation = setup.organisation("Atelier des Deux Rives");
        other = setup.organisation("Jardins de l’Exemple");
        module = new KeysModule(setup.platform());
        module.prepare();
        create(organisation);
        create(other);
    }

    @AfterAll
    static void close() {
        setup.close();
    }

    private static void create(OrganisationId whose) {
        setup.platform().database().inOrganisation(whose, handle -> {
            module.signingKeys().createFor(handle, whose);
            return true;
        });
    }

    private static IssuerKey use(OrganisationId whose, KeyAlgorithm algorithm) {
        return setup.platform()
                .database()
                .inOrganisation(whose, handle -> module.signingKeys().use(handle, whose, algorithm));
    }

    private static JsonNode published(String path) throws JsonProcessingException {
        byte[] body = module.documents()
                .published(URI.create(setup.platform().settings().url(path)))
                .orElseThrow()
                .body();
        return new JsonMapper().readTree(new String(body, StandardCharsets.UTF_8));
    }

    @Test
    void whatAKeySignsVerifiesWithThePublishedOne() throws JsonProcessingException {
        IssuerKey key = use(organisation, KeyAlgorithm.ES256);

        byte[] signature = key.signer().sign(DATA);

        JsonNode published = published("/keys/" + key.id());
        VerificationKey shown = PUBLIC.fromJwk(published).orElseThrow();
        assertThat(CRYPTO.verify(AllowedAlgorithms.ES256, shown, DATA, signature))
                .isTrue();
        assertThat(published.path("kid").asText()).isEqualTo("http://localhost:8080/keys/" + key.id());
    }

    @Test
    void theDidDocumentListsEachKeyTwiceUnderAssertionMethod() throws JsonProcessingException {
        IssuerKey key = use(organisation, KeyAlgorithm.ED25519);
        JsonNode document = published("/issuers/" + organisation + "/did.json");

        assertThat(document.path("id").asText())
                .isEqualTo("did:web:localhost%3A8080:issuers:" + organisation)
                .isEqualTo(module.signingKeys().issuerDid(organisation));
        assertThat(document.path("verificationMethod")).hasSize(4);
        assertThat(document.path("assertionMethod")).hasSize(4);
        assertThat(document.path("assertionMethod").toString()).contains(key.verificationMethod());
        for (JsonNode method : document.path("verificationMethod")) {
            boolean readable = method.has("publicKeyJwk")
                    ? PUBLIC.fromJwk(method.path("publicKeyJwk")).isPresent()
                    : PUBLIC.fromMultikey(method.path("publicKeyMultibase").asText())
                            .isPresent();
            assertThat(readable).isTrue();
            assertThat(method.path("controller")).isEqualTo(document.path("id"));
        }
    }

    @Test
    void thePlatformHasADocumentOfItsOwn() throws JsonProcessingException {
        module.prepare();
        JsonNode document = published("/.well-known/did.json");

        assertThat(document.path("id").asText()).isEqualTo("did:web:localhost%3A8080");
        assertThat(document.path("verificationMethod")).hasSize(4);
    }

    @Test
    void theKeySetSaysWhoseEachKeyIs() throws JsonProcessingException {
        List<String> owners = new ArrayList<>();
        for (JsonNode key : published("/.well-known/jwks.json").path("keys")) {
            assertThat(key.has("d")).isFalse();
            assertThat(key.path("kid").asText()).startsWith("http://localhost:8080/keys/");
            owners.add(key.path("iss").asText());
        }
        assertThat(owners)
                .contains(
                        "did:web:localhost%3A8080",
                        module.signingKeys().issuerDid(organisation),
                        module.signingKeys().issuerDid(other));
    }

    @Test
    void privateKeysAreSealedInTheDatabase() {
        List<byte[]> sealed = setup.database()
                .owner()
                .withHandle(handle -> handle.createQuery("SELECT sealed FROM signing_key_secret")
                        .mapTo(byte[].class)
                        .list());
        assertThat(sealed).hasSizeGreaterThanOrEqualTo(6);
        for (byte[] bytes : sealed) {
            assertThatThrownBy(() -> CRYPTO.privateKey(KeyAlgorithm.ED25519.type(), bytes))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> CRYPTO.privateKey(KeyAlgorithm.ES256.type(), bytes))
                    .isInstanceOf(IllegalArgumentException.class);
            // the algorithm identifiers at the start of every PKCS #8 form of these keys
            assertThat(hex(bytes)).doesNotContain("06032b6570", "06072a8648ce3d0201");
        }
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    @Test
    void aSealedKeyMovedToAnotherRowDoesNotOpen() {
        OrganisationId third = setup.organisation("Réseau Exemple");
        create(third);
        IssuerKey key = use(third, KeyAlgorithm.ED25519);
        UUID stranger = use(other, KeyAlgorithm.ED25519).id();
        setup.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE signing_key_secret SET sealed = (SELECT sealed FROM signing_key_secret WHERE id = ?) WHERE id = ?",
                        stranger,
                        key.id()));

        assertThatThrownBy(() -> use(third, KeyAlgorithm.ED25519)).isInstanceOf(IllegalStateException.class);
        assertThat(module.healthChecks().get("keys").execute().isHealthy()).isFalse();
        setup.database()
                .owner()
                .useHandle(handle -> handle.execute("UPDATE signing_key SET state = 'RETIRED', not_after = now()"
                        + " WHERE organisation_id = '" + third + "'"));
        assertThat(module.healthChecks().get("keys").execute().isHealthy()).isTrue();
    }

    @Test
    void anotherOrganisationReachesNoSecret() {
        int seen = setup.platform()
                .database()
                .inOrganisation(
                        other,
                        handle -> handle.createQuery(
                                        "SELECT count(*) FROM signing_key_secret WHERE organisation_id IS DISTINCT FROM :other")
                                .bind("other", other.value())
                                .mapTo(Integer.class)
                                .one());
        assertThat(seen).isZero();
        assertThatThrownBy(() -> setup.platform()
                        .database()
                        .inOrganisation(
                                other, handle -> module.signingKeys().use(handle, organisation, KeyAlgorithm.ED25519)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingIsPublishedForStrangers() {
        for (String path : List.of("/issuers/" + new UUID(1, 2) + "/did.json", "/keys/" + new UUID(1, 2), "/keys/x")) {
            assertThat(module.documents()
                            .published(URI.create(setup.platform().settings().url(path))))
                    .isEmpty();
        }
    }

    private static IssuerKey useRsa(OrganisationId whose) {
        return setup.platform()
                .database()
                .inOrganisation(whose, handle -> module.signingKeys().useRsa(handle, whose));
    }

    @Test
    void anRsaKeyThatEndedIsFollowedByTheNextVersion() {
        OrganisationId third = setup.organisation("Atelier Exemple");
        create(third);
        IssuerKey first = useRsa(third);
        assertThat(useRsa(third).id()).isEqualTo(first.id());
        setup.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE signing_key SET state = 'RETIRED', not_after = now() + interval '1 second' WHERE id = ?",
                        first.id()));

        IssuerKey second = useRsa(third);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(useRsa(third).id()).isEqualTo(second.id());
        List<Integer> versions = setup.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT s.version FROM signing_key k JOIN signing_key_secret s ON s.id = k.id"
                                        + " AND s.version = k.version WHERE k.organisation_id = ? AND k.algorithm = 'RS256'"
                                        + " ORDER BY 1",
                                third.value())
                        .mapTo(Integer.class)
                        .list());
        assertThat(versions).containsExactly(1, 2);
    }
}
