package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What reads keys, identifiers and proofs. */
public final class ProofTargets {
    private static final String KEY = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    private static final String P256 = "zDnaeTiq1PdzvZXUaMdezchcMJQpBdH2VN4pgrrEhMCCbmwSb";
    private static final String JWK = "{\"kty\":\"EC\",\"crv\":\"P-256\","
            + "\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\",\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\"}";
    private static final String OKP =
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"key_ops\":[\"verify\"]}";
    private static final List<String> WORDS = List.of(
            "did:key:", "did:web:", "did:jwk:", "%3A", "%2e%2e", ":", "#", "z", "u", "0OIl", "/", "?", "=", "\n");

    private static final PublicKeys KEYS = new PublicKeys(Crypto.best());

    private ProofTargets() {}

    /** All of them. */
    public static List<FuzzTarget> all() {
        List<byte[]> documents = keyDocuments();
        return List.of(
                FuzzTarget.bytes(
                        "cbor", selective(), WORDS, ProofTargets::derived, CborReader.class, DerivedProofValue.class),
                FuzzTarget.text(
                        "multikey",
                        List.of(KEY, P256),
                        WORDS,
                        ProofTargets::multikey,
                        Base58.class,
                        KeyParser.class,
                        EllipticCurve.class,
                        EdwardsPoint.class),
                FuzzTarget.text("did", dids(), WORDS, ProofTargets::did, Dids.class, KeyResolver.class),
                FuzzTarget.json(
                        "jwk", List.of(utf8(JWK), utf8(OKP)), ProofTargets::jwk, PublicKeys.class, KeyParser.class),
                FuzzTarget.text(
                        "pem",
                        PemSeeds.all(),
                        List.of("-----BEGIN ", "\\n", "\n", "RSA ", "="),
                        ProofTargets::pem,
                        PemKeys.class,
                        PublicKeys.class),
                FuzzTarget.json("key-document", documents, ProofTargets::keys, KeyDocument.class),
                FuzzTarget.document(
                        "key-document-served",
                        documents,
                        ProofTargets::served,
                        IssuerDocuments.class,
                        KeyResolver.class),
                FuzzTarget.json("canonical-json", badges(), ProofTargets::canonical, CanonicalJson.class),
                FuzzTarget.json(
                        "proofs",
                        badges(),
                        ProofTargets::proofs,
                        DataIntegrityProof.class,
                        Cryptosuites.class,
                        ProofChain.class,
                        ProofValue.class),
                FuzzTarget.json(
                        "jwt-claims",
                        badges(),
                        ProofTargets::claims,
                        JwtClaims.class,
                        JwsSigner.class,
                        AllowedAlgorithms.class));
    }

    private static void derived(byte[] bytes) {
        String text = "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        assertThat(DerivedProofValue.decode(text)).hasValue(bytes);
        assertThat(DerivedProofValue.decode(new String(bytes, StandardCharsets.ISO_8859_1)))
                .isNotNull();
        assertThat(DerivedProofValue.isBase(bytes)
                        && DerivedProofValue.parse(bytes).isPresent())
                .isFalse();
        DerivedProofValue.parse(bytes).ifPresent(value -> {
            assertThat(value.signatures().size() * 64).isLessThan(bytes.length);
            assertThat(value.labels().size() * 32).isLessThan(bytes.length);
        });
    }

    /** What is a key is written back as it was read: a key has one Multikey. */
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
        KeyDocument reader = new KeyDocument(KEYS, KeyPurpose.ASSERTION);
        String id = document.path("id").asText("https://a.example/1");
        assertThat(reader.methods(document, id, id, true)).noneMatch(key -> key.id() == null);
        assertThat(reader.methods(document, id, null, false)).hasSizeLessThanOrEqualTo(100);
        assertThat(reader.jwks(document, id)).hasSizeLessThanOrEqualTo(100);
        assertThat(reader.at(document, id + "#key-1", id)).isNotNull();
    }

    /** Every key that is found is in a document that calls itself by the name it was asked by. */
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

    /** What is canonical is the same again when it is read and written once more (RFC 8785). */
    private static void canonical(ObjectNode document) {
        CanonicalJson.of(document)
                .ifPresent(text -> assertThat(FuzzTarget.object(utf8(text)).flatMap(CanonicalJson::of))
                        .hasValue(text));
    }

    private static void proofs(ObjectNode document) {
        List<ObjectNode> proofs = DataIntegrityProof.proofs(document);
        assertThat(DataIntegrityProof.coversRdf(document) || !proofs.isEmpty()).isTrue();
        ProofChain chain = new ProofChain(proofs);
        for (int at = 0; at < proofs.size(); at++) {
            assertThat(chain.problemOf(at).isPresent() || chain.before(at) != null)
                    .isTrue();
            assertThat(Cryptosuites.nameOf(proofs.get(at))).isNotNull();
            assertThat(ProofValue.base58(proofs.get(at).path("proofValue"))).isNotNull();
        }
    }

    private static void claims(ObjectNode document) {
        JsonNode inner = document.path("proof");
        ObjectNode payload = inner instanceof ObjectNode object ? object : document;
        JwtClaims claims = new JwtClaims(payload, document);
        assertThat(claims.contradicted()).noneMatch(claims.absent()::contains);
        payload.properties()
                .forEach(member -> assertThat(AllowedAlgorithms.isRefused(member.getKey())
                                && AllowedAlgorithms.ofJose(member.getKey()).isPresent())
                        .isFalse());
    }

    private static List<byte[]> selective() {
        return badges().stream()
                .map(bytes -> FuzzTarget.object(bytes)
                        .orElseThrow()
                        .path("proof")
                        .path("proofValue")
                        .asText())
                .filter(value -> value.startsWith("u2V0B"))
                .map(value -> DerivedProofValue.decode(value).orElseThrow())
                .toList();
    }

    private static List<byte[]> badges() {
        return Samples.all().stream()
                .filter(sample -> sample.file().endsWith(".json"))
                .map(Sample::bytes)
                .filter(bytes ->
                        bytes.length < 20_000 && FuzzTarget.object(bytes).isPresent())
                .toList();
    }

    private static List<byte[]> keyDocuments() {
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
