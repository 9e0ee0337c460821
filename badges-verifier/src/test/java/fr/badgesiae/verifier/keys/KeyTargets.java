package fr.badgesiae.verifier.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.codec.Base58;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Readers of keys, DIDs and controller documents. */
public final class KeyTargets {
    private static final String KEY = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    private static final String P256 = "zDnaeTiq1PdzvZXUaMdezchcMJQpBdH2VN4pgrrEhMCCbmwSb";
    private static final String JWK = "{\"kty\":\"EC\",\"crv\":\"P-256\","
            + "\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\",\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\"}";
    private static final String OKP =
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"key_ops\":[\"verify\"]}";
    private static final List<String> WORDS = List.of(
            "did:key:", "did:web:", "did:jwk:", "%3A", "%2e%2e", ":", "#", "z", "u", "0OIl", "/", "?", "=", "\n");
    private static final PublicKeys KEYS = new PublicKeys(Crypto.best());

    private KeyTargets() {}

    /** All of them. */
    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.text(
                        "multikey", List.of(KEY, P256), WORDS, KeyTargets::multikey, Base58.class, KeyParser.class),
                FuzzTarget.text("did", dids(), WORDS, KeyTargets::did, Dids.class, KeyResolver.class),
                FuzzTarget.json(
                        "jwk", List.of(utf8(JWK), utf8(OKP)), KeyTargets::jwk, PublicKeys.class, KeyParser.class),
                FuzzTarget.text(
                        "pem",
                        PemSeeds.all(),
                        List.of("-----BEGIN ", "\\n", "\n", "RSA ", "="),
                        KeyTargets::pem,
                        PemKeys.class,
                        PublicKeys.class),
                FuzzTarget.json("key-document", documents(), KeyTargets::keys, ControllerDocument.class),
                FuzzTarget.document(
                        "key-document-served",
                        documents(),
                        KeyTargets::served,
                        IssuerDocuments.class,
                        KeyResolver.class));
    }

    /** A valid key is written as it was read: a key has one Multikey. */
    private static void multikey(String text) {
        KEYS.fromMultikey(text)
                .ifPresent(key -> assertThat(KEYS.toMultikey(key)).isEqualTo(text));
        Base58.decode(text).ifPresent(bytes -> assertThat(Base58.encode(bytes)).isEqualTo(text));
        KEYS.fromBase58(text).ifPresent(key -> assertThat(key.type()).isEqualTo(KeyType.ED25519));
    }

    private static void did(String text) {
        for (boolean loopback : List.of(true, false)) {
            KeyResolver resolver = new KeyResolver(KEYS, new IssuerDocuments(Fetcher.offline()), loopback);
            assertThat(text).startsWith(Dids.withoutFragment(text));
            assertThat(resolver.resolve(text)).isNotNull();
            assertThat(resolver.named(text)).isNotNull();
            assertThat(resolver.ofDocument(text).keys()).isEmpty();
            assertThat(resolver.ofAuthority(text).keys()).isEmpty();
            assertThat(resolver.ofKeyUnder(text, text + "/keys/1").keys()).isEmpty();
            Optional<java.net.URI> address = resolver.documentAddress(text);
            address.ifPresent(
                    uri -> assertThat(uri.getScheme()).isIn(loopback ? List.of("http", "https") : List.of("https")));
        }
    }

    private static void jwk(ObjectNode jwk) {
        assertThat(AllowedAlgorithms.ofJose(jwk.path("crv").asText())).isNotNull();
        assertThat(PublicKeys.isTooShort(jwk) && KEYS.fromJwk(jwk).isPresent()).isFalse();
        KEYS.fromJwk(jwk)
                .ifPresent(key -> assertThat(
                                KEYS.fromJwk(KEYS.toJwk(key)).orElseThrow().same(key))
                        .isTrue());
    }

    private static void pem(String text) {
        KEYS.fromPem(text)
                .ifPresent(key -> assertThat(
                                KEYS.fromJwk(KEYS.toJwk(key)).orElseThrow().same(key))
                        .isTrue());
    }

    private static void keys(ObjectNode document) {
        ControllerDocument reader = new ControllerDocument(KEYS, VerificationRelationship.ASSERTION);
        String id = document.path("id").asText("https://a.example/1");
        assertThat(reader.methods(document, id, id, true)).noneMatch(key -> key.id() == null);
        assertThat(reader.methods(document, id, null, false)).hasSizeLessThanOrEqualTo(100);
        assertThat(reader.jwks(document, id)).hasSizeLessThanOrEqualTo(100);
        assertThat(reader.at(document, id + "#key-1", id)).isNotNull();
    }

    /** Every key that is found is in a document whose id is the requested one. */
    private static void served(byte[] bytes) {
        Fetcher web = (uri, limits) -> new FetchResult.Fetched(uri, "", bytes, false, false);
        KeyResolver resolver = new KeyResolver(KEYS, new IssuerDocuments(web), false);
        String did = "did:web:badges.example:issuers:atelier";
        boolean own = FuzzTarget.object(bytes)
                .map(document -> document.path("id").asText())
                .filter(did::equals)
                .isPresent();
        assertThat(resolver.ofDid(did).keys().isEmpty() || own).isTrue();
        assertThat(resolver.ofDocument("https://badges.example/issuers/jardin").state())
                .isNotNull();
        assertThat(resolver.ofAuthority("https://badges.example/issuers/jardin").state())
                .isNotNull();
        assertThat(resolver.ofKeyUnder("https://badges.example", "https://badges.example/keys/1")
                        .state())
                .isNotNull();
    }

    private static List<byte[]> documents() {
        return Samples.documents().entrySet().stream()
                .filter(entry -> entry.getKey().matches(".*(did\\.json|jwks\\.json|/keys/.*|/issuers/.*)"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<String> dids() {
        return List.of(
                "did:key:" + KEY,
                "did:key:" + P256 + "#" + P256,
                "did:jwk:" + Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(JWK)),
                "did:web:badges.example%3A8443:issuers:atelier#key-1",
                "did:web:%5B::1%5D",
                "https://badges.example/issuers/1?x=%41#key",
                "http://localhost:8080/issuers/1");
    }

    private static byte[] utf8(String text) {
        return FuzzTarget.utf8(text);
    }
}
