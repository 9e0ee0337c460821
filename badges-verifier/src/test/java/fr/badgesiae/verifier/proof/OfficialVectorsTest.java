package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.codec.Base58;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import fr.badgesiae.verifier.keys.KeyResolver;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.keys.VerificationKey;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficialVectorsTest {
    private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");
    private static final String EDDSA = "vectors/vc-di-eddsa/";

    private final Crypto crypto = Crypto.best();
    private final PublicKeys keys = new PublicKeys(crypto);
    private final JsonLd jsonLd = new JsonLd(ReferenceData.contexts());

    @ParameterizedTest
    @CsvSource({
        "vc-di-eddsa/eddsa-rdfc-2022/, DataInt, vc-di-eddsa/keyPair.json",
        "vc-di-eddsa/eddsa-rdfc-2022/employ/, DataInt, vc-di-eddsa/keyPair.json",
        "vc-di-eddsa/eddsa-jcs-2022/, JCS, vc-di-eddsa/keyPair.json",
        "vc-di-eddsa/Ed25519Signature2020/, EdSig, vc-di-eddsa/keyPair.json",
        "vc-di-ecdsa/ecdsa-rdfc-2019-p256/, ECDSAP256, vc-di-ecdsa/p256KeyPair.json",
        "vc-di-ecdsa/ecdsa-rdfc-2019-p256/employ/, ECDSAP256, vc-di-ecdsa/p256KeyPair.json",
        "vc-di-ecdsa/ecdsa-rdfc-2019-p384/, ECDSAP384, vc-di-ecdsa/p384KeyPair.json",
        "vc-di-ecdsa/ecdsa-rdfc-2019-p384/employ/, ECDSAP384, vc-di-ecdsa/p384KeyPair.json",
        "vc-di-ecdsa/ecdsa-jcs-2019-p256/, JCSECDSAP256, vc-di-ecdsa/p256KeyPair.json",
        "vc-di-ecdsa/ecdsa-jcs-2019-p384/, JCSECDSAP384, vc-di-ecdsa/p384KeyPair.json"
    })
    void aW3cVectorIsReproducedStepByStep(String folder, String name, String keyPair) {
        String path = "vectors/" + folder;
        ObjectNode signed = ReferenceData.json(path + "signed" + name + ".json");
        ObjectNode pair = ReferenceData.json("vectors/" + keyPair);
        Cryptosuite.Signable signable = signable(signed);

        assertThat(finding(signable, "proof.canonicalDocument")).isEqualTo(text(path + "canonDoc" + name));
        assertThat(finding(signable, "proof.canonicalProofOptions")).isEqualTo(text(path + "proofCanon" + name));
        assertThat(finding(signable, "proof.documentHash")).isEqualTo(line(path + "docHash" + name));
        assertThat(finding(signable, "proof.optionsHash")).isEqualTo(line(path + "proofHash" + name));
        assertThat(HexFormat.of().formatHex(signable.data())).isEqualTo(line(path + "combinedHash" + name));
        String secret = pair.path(pair.has("secretKeyMultibase") ? "secretKeyMultibase" : "privateKeyMultibase")
                .textValue();
        byte[] signature =
                VectorKeys.signer(crypto, signable.algorithm(), secret).sign(signable.data());
        assertThat(HexFormat.of().formatHex(signature)).isEqualTo(line(path + "sigHex" + name));
        assertThat("z" + Base58.encode(signature))
                .isEqualTo(line(path + "sigBTC58" + name))
                .isEqualTo(signed.at("/proof/proofValue").textValue());
        VerificationKey key =
                keys.fromMultikey(pair.path("publicKeyMultibase").textValue()).orElseThrow();
        assertThat(crypto.verify(signable.algorithm(), key, signable.data(), signable.signature()))
                .isTrue();
    }

    @Test
    void signingTheW3cDocumentGivesTheW3cProof() {
        ObjectNode expected = ReferenceData.json(EDDSA + "eddsa-rdfc-2022/signedDataInt.json");
        String secret = ReferenceData.json(EDDSA + "keyPair.json")
                .path("privateKeyMultibase")
                .textValue();
        ObjectNode signed = new DataIntegritySigner(jsonLd)
                .sign(
                        ReferenceData.json(EDDSA + "unsigned.json"),
                        expected.at("/proof/verificationMethod").textValue(),
                        Instant.parse("2023-02-24T23:36:38.5Z"),
                        VectorKeys.signer(crypto, AllowedAlgorithms.ED25519, secret));
        assertThat(signed).isEqualTo(expected);
    }

    @Test
    void theOpenBadgesVectorIsReproducedStepByStep() {
        ObjectNode vector = ReferenceData.json("vectors/ob3-spec/vector.json");
        ObjectNode signed = (ObjectNode) vector.path("signedCredential");
        Cryptosuite.Signable signable = signable(signed);

        assertThat(finding(signable, "proof.canonicalDocument"))
                .isEqualTo(ReferenceData.text("vectors/ob3-spec/document-canon.txt"));
        assertThat(finding(signable, "proof.canonicalProofOptions"))
                .isEqualTo(ReferenceData.text("vectors/ob3-spec/proof-canon.txt"));
        assertThat(finding(signable, "proof.documentHash"))
                .isEqualTo(vector.path("documentHashHex").textValue());
        assertThat(finding(signable, "proof.optionsHash"))
                .isEqualTo(vector.path("proofHashHex").textValue());
        byte[] seed = HexFormat.of().parseHex(vector.path("secretSeedHex").textValue());
        byte[] signature = crypto.signer(AllowedAlgorithms.ED25519, VectorKeys.ed25519(crypto, seed))
                .sign(signable.data());
        assertThat(HexFormat.of().formatHex(signature))
                .isEqualTo(vector.path("signatureHex").textValue());
        assertThat("z" + Base58.encode(signature))
                .isEqualTo(signed.at("/proof/proofValue").textValue());
    }

    @Test
    void theOpenBadgesVectorPassesOnceItsIssuerListsTheKey() {
        ObjectNode vector = ReferenceData.json("vectors/ob3-spec/vector.json");
        ObjectNode signed = (ObjectNode) vector.path("signedCredential");
        String multikey = vector.path("publicKeyMultibase").textValue();
        String document = """
                {"id":"https://example.edu/issuers/565049","verificationMethod":[{"type":"Multikey",
                 "id":"https://example.edu/issuers/565049#%1$s","publicKeyMultibase":"%1$s"}]}""".formatted(multikey);
        DocumentsFetcher documents = new DocumentsFetcher().with("https://example.edu/issuers/565049", document);

        assertThat(verify(signed, documents).reason().code()).isEqualTo("proof.verified");
        ProofResult unlisted = verify(signed, Fetcher.offline());
        assertThat(unlisted.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(unlisted.reason().code()).isEqualTo("proof.issuer-keys-unreachable");
        Fetcher silent = (uri, limits) -> new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "");
        assertThat(verify(signed, silent).reason().code()).isEqualTo("proof.issuer-publishes-no-keys");
    }

    @ParameterizedTest
    @CsvSource({"signedProofSet1", "signedProofSet2", "signedProofChain1", "signedProofChain2"})
    void everyProofOfAW3cSetOrChainIsVerified(String name) {
        ObjectNode signed = ReferenceData.json(EDDSA + "proof-set-chain/" + name + ".json");
        ProofResult result = verify(signed, listingKeysOf(signed));
        assertThat(result.reason().code()).isEqualTo("proof.verified");
        JsonNode proofs = signed.path("proof");
        if (proofs.size() > 1 && proofs.isArray()) {
            assertThat(result.findings().stream()
                            .filter(finding -> finding.key().startsWith("proof[")
                                    && finding.value().equals("PASSED proof.verified")))
                    .hasSize(proofs.size());
        }
    }

    /** Documents of an issuer that lists every key named by the proofs, each a did:key. */
    private static DocumentsFetcher listingKeysOf(ObjectNode signed) {
        String issuer = JwtClaims.issuerOf(signed);
        ObjectNode document = signed.objectNode().put("id", issuer);
        DataIntegrityProof.proofs(signed).forEach(proof -> {
            String method = proof.path("verificationMethod").textValue();
            document.withArray("verificationMethod")
                    .addObject()
                    .put("id", method)
                    .put("type", "Multikey")
                    .put("publicKeyMultibase", method.substring(method.indexOf('#') + 1));
        });
        return new DocumentsFetcher().with(issuer, document.toString());
    }

    private ProofResult verify(ObjectNode signed, Fetcher fetcher) {
        ObjectNode document = signed.deepCopy();
        document.remove("proof");
        KeyResolver resolver = new KeyResolver(keys, new IssuerDocuments(fetcher), false);
        DataIntegrityProof.Secured secured =
                new DataIntegrityProof.Secured(signed, () -> jsonLd.expand(document), JwtClaims.issuerOf(signed), AT);
        return new DataIntegrityProof(jsonLd).verify(secured, new IssuerKeyVerifier(crypto, resolver, AT));
    }

    private Cryptosuite.Signable signable(ObjectNode signed) {
        ObjectNode document = signed.deepCopy();
        ObjectNode proof = (ObjectNode) document.remove("proof");
        return (Cryptosuite.Signable) new Cryptosuites(jsonLd)
                .of(proof)
                .orElseThrow()
                .statement(new Cryptosuite.Signed(proof, document, () -> jsonLd.expand(document)));
    }

    private static String finding(Cryptosuite.Signable data, String key) {
        return data.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .map(Finding::value)
                .findFirst()
                .orElseThrow();
    }

    private static String text(String path) {
        return ReferenceData.text(path + ".txt");
    }

    private static String line(String path) {
        return text(path).strip();
    }
}
