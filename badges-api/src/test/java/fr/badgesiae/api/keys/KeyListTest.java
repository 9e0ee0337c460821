package fr.badgesiae.api.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.keys.VerificationKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the DID document and the key set say of keys in use, retired and compromised. */
class KeyListTest {
    private static final PublicKeys PUBLIC = new PublicKeys(Crypto.best());

    private TestPlatform setup;
    private OrganisationId organisation;
    private KeysModule module;
    private IssuerKey compromised;
    private IssuerKey retired;
    private IssuerKey active;

    /** An organisation whose P-256 key was renewed twice. */
    @BeforeEach
    void open() {
        setup = TestPlatform.fresh();
        organisation = setup.organisation("Atelier des Deux Rives");
        module = new KeysModule(setup.platform());
        compromised = renewed("COMPROMISED");
        retired = renewed("RETIRED");
        active = renewed("ACTIVE");
    }

    @AfterEach
    void close() {
        setup.close();
    }

    private IssuerKey renewed(String state) {
        setup.platform().database().inOrganisation(organisation, handle -> {
            module.signingKeys().createFor(handle, organisation);
            return true;
        });
        IssuerKey key = setup.platform()
                .database()
                .inOrganisation(
                        organisation, handle -> module.signingKeys().use(handle, organisation, KeyAlgorithm.ES256));
        setup.database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE signing_key SET state = ?,"
                                + " not_after = CASE WHEN ? = 'ACTIVE' THEN NULL ELSE now() END WHERE state = 'ACTIVE'",
                        state,
                        state));
        return key;
    }

    private JsonNode published(String path) throws JsonProcessingException {
        byte[] body = module.documents()
                .published(URI.create(setup.platform().settings().url(path)))
                .orElseThrow()
                .body();
        return new JsonMapper().readTree(new String(body, StandardCharsets.UTF_8));
    }

    private JsonNode did() throws JsonProcessingException {
        return published("/issuers/" + organisation + "/did.json");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.textValue()));
        return texts;
    }

    private static JsonNode method(JsonNode did, String id) {
        List<JsonNode> found = new ArrayList<>();
        did.path("verificationMethod").forEach(method -> {
            if (method.path("id").asText().equals(id)) {
                found.add(method);
            }
        });
        assertThat(found).as(id).hasSize(1);
        return found.get(0);
    }

    @Test
    void keysInUseAndRetiredStandUnderAssertionMethodAndCompromisedOnesDoNot() throws JsonProcessingException {
        List<String> assertion = texts(did().path("assertionMethod"));
        assertThat(assertion)
                .contains(active.kid(), active.verificationMethod(), retired.kid(), retired.verificationMethod())
                .doesNotContain(compromised.kid(), compromised.verificationMethod())
                .hasSize(8)
                .doesNotHaveDuplicates();
        assertThat(did().path("verificationMethod")).hasSize(12);
    }

    @Test
    void aCompromisedKeyStaysPublishedWithTheDateOfItsEnd() throws JsonProcessingException {
        for (String id : List.of(compromised.kid(), compromised.verificationMethod())) {
            assertThat(method(did(), id).has("revoked")).as(id).isTrue();
        }
        for (String id : List.of(retired.kid(), retired.verificationMethod(), active.kid())) {
            assertThat(method(did(), id).has("revoked")).as(id).isFalse();
        }
    }

    /** VC-JOSE-COSE 4.1.1: the kid is the id of a listed method; CID 1.0 2.2.3: its fragment is the kid of the JWK. */
    @Test
    void theKidOfATokenIsAMethodOfTheDidDocumentNamedByTheThumbprint() throws JsonProcessingException {
        JsonNode method = method(did(), active.kid());
        VerificationKey key = PUBLIC.fromJwk(method.path("publicKeyJwk")).orElseThrow();

        assertThat(method.path("type").asText()).isEqualTo("JsonWebKey");
        assertThat(method.path("controller").asText())
                .isEqualTo(module.signingKeys().issuerDid(organisation));
        assertThat(active.kid()).isEqualTo(method.path("controller").asText() + "#" + key.thumbprint());
        assertThat(method.at("/publicKeyJwk/kid").asText()).isEqualTo(key.thumbprint());
        assertThat(method.path("publicKeyJwk").has("d")).isFalse();
    }

    /** Badges issued earlier name their key by its https URL. */
    @Test
    void theAddressOfAKeyStaysServedAndListedInTheKeySet() throws JsonProcessingException {
        List<String> set = new ArrayList<>();
        published("/.well-known/jwks.json")
                .path("keys")
                .forEach(key -> set.add(key.path("kid").asText()));
        for (IssuerKey key : List.of(active, retired)) {
            String address = setup.platform().settings().url("/keys/" + key.id());
            assertThat(published("/keys/" + key.id()).path("kid").asText()).isEqualTo(address);
            assertThat(set).contains(address);
        }
        assertThat(published("/keys/" + compromised.id()).has("kty")).isTrue();
        assertThat(set).doesNotContain(setup.platform().settings().url("/keys/" + compromised.id()));
    }
}
