package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.codec.CborReader;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Readers of proofs and of JWT claims. */
public final class ProofTargets {
    private static final List<String> WORDS = List.of(
            "did:key:", "did:web:", "did:jwk:", "%3A", "%2e%2e", ":", "#", "z", "u", "0OIl", "/", "?", "=", "\n");

    private ProofTargets() {}

    /** All of them. */
    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.bytes(
                        "cbor", selective(), WORDS, ProofTargets::derived, CborReader.class, DerivedProofValue.class),
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
                        AllowedAlgorithms.class),
                FuzzTarget.json("jws-header", headers(), ProofTargets::header, ProtectedHeader.class));
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

    /** What the JOSE library reads is what stands in the header, and never an extension. */
    private static void header(ObjectNode header) {
        if (ProtectedHeader.read(header, List.of("kid")) instanceof ProtectedHeader.Accepted accepted) {
            assertThat(accepted.header().getAlgorithm().getName())
                    .isEqualTo(header.path("alg").textValue());
            assertThat(accepted.header().getKeyID())
                    .isEqualTo(header.path("kid").textValue());
            assertThat(header.has("crit") || header.has("b64")).isFalse();
        }
    }

    private static List<byte[]> headers() {
        return Stream.of(
                        "{\"alg\":\"EdDSA\",\"kid\":\"did:key:z6Mk#z6Mk\",\"typ\":\"JWT\"}",
                        "{\"alg\":\"ES256\",\"jwk\":{\"kty\":\"EC\",\"d\":\"AA\"},\"crit\":[\"b64\"],\"b64\":false}",
                        "{\"alg\":\"RS256\",\"jku\":\"https://a.example/1\",\"x5c\":[\"AA\"],\"cty\":\"vc\"}")
                .map(FuzzTarget::utf8)
                .toList();
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
}
