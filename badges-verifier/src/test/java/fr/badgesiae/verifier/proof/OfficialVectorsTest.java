package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.jsonld.Expansion.Safe;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class OfficialVectorsTest {
    private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");
    private static final String W3C = "vectors/vc-di-eddsa/";

    private final Crypto crypto = Crypto.best();
    private final PublicKeys keys = new PublicKeys(crypto);
    private final JsonLd jsonLd = new JsonLd(ReferenceData.contexts());

    @Test
    void theW3cVectorIsReproducedStepByStep() {
        String folder = W3C + "eddsa-rdfc-2022/";
        ObjectNode signed = ReferenceData.json(folder + "signedDataInt.json");
        ObjectNode proof = (ObjectNode) signed.remove("proof");
        EddsaRdfc2022.HashData data = hash(signed, proof);

        assertThat(finding(data, "proof.canonicalDocument")).isEqualTo(text(folder + "canonDocDataInt.txt"));
        assertThat(finding(data, "proof.canonicalProofOptions")).isEqualTo(text(folder + "proofCanonDataInt.txt"));
        assertThat(finding(data, "proof.documentHash"))
                .isEqualTo(text(folder + "docHashDataInt.txt").strip());
        assertThat(finding(data, "proof.optionsHash"))
                .isEqualTo(text(folder + "proofHashDataInt.txt").strip());
        assertThat(HexFormat.of().formatHex(data.data()))
                .isEqualTo(text(folder + "combinedHashDataInt.txt").strip());
        byte[] signature = crypto.signer(AllowedAlgorithms.ED25519, w3cKey()).sign(data.data());
        assertThat(HexFormat.of().formatHex(signature))
                .isEqualTo(text(folder + "sigHexDataInt.txt").strip());
        assertThat("z" + Base58.encode(signature))
                .isEqualTo(proof.path("proofValue").textValue());
    }

    @Test
    void signingTheW3cDocumentGivesTheW3cProof() {
        ObjectNode expected = ReferenceData.json(W3C + "eddsa-rdfc-2022/signedDataInt.json");
        ObjectNode signed = new DataIntegritySigner(jsonLd)
                .sign(
                        ReferenceData.json(W3C + "unsigned.json"),
                        expected.at("/proof/verificationMethod").textValue(),
                        Instant.parse("2023-02-24T23:36:38.5Z"),
                        crypto.signer(AllowedAlgorithms.ED25519, w3cKey()));
        assertThat(signed).isEqualTo(expected);
    }

    @Test
    void theOpenBadgesVectorIsReproducedStepByStep() {
        ObjectNode vector = ReferenceData.json("vectors/ob3-spec/vector.json");
        ObjectNode signed = (ObjectNode) vector.path("signedCredential");
        ObjectNode document = signed.deepCopy();
        ObjectNode proof = (ObjectNode) document.remove("proof");
        EddsaRdfc2022.HashData data = hash(document, proof);

        assertThat(finding(data, "proof.canonicalDocument")).isEqualTo(text("vectors/ob3-spec/document-canon.txt"));
        assertThat(finding(data, "proof.canonicalProofOptions")).isEqualTo(text("vectors/ob3-spec/proof-canon.txt"));
        assertThat(finding(data, "proof.documentHash"))
                .isEqualTo(vector.path("documentHashHex").textValue());
        assertThat(finding(data, "proof.optionsHash"))
                .isEqualTo(vector.path("proofHashHex").textValue());
        PrivateKey key =
                ed25519(HexFormat.of().parseHex(vector.path("secretSeedHex").textValue()));
        byte[] signature = crypto.signer(AllowedAlgorithms.ED25519, key).sign(data.data());
        assertThat(HexFormat.of().formatHex(signature))
                .isEqualTo(vector.path("signatureHex").textValue());
        assertThat("z" + Base58.encode(signature))
                .isEqualTo(proof.path("proofValue").textValue());
    }

    @Test
    void theOpenBadgesVectorPassesOnceItsIssuerListsTheKey() {
        ObjectNode vector = ReferenceData.json("vectors/ob3-spec/vector.json");
        ObjectNode signed = (ObjectNode) vector.path("signedCredential");
        String multikey = vector.path("publicKeyMultibase").textValue();
        String document = """
                {"id":"https://example.edu/issuers/565049","verificationMethod":[{"type":"Multikey",
                 "id":"https://example.edu/issuers/565049#%1$s","publicKeyMultibase":"%1$s"}]}""".formatted(multikey);
        Documents documents = new Documents().with("https://example.edu/issuers/565049", document);

        assertThat(verify(signed, documents).reason().code()).isEqualTo("proof.verified");
        ProofResult unlisted = verify(signed, Fetcher.offline());
        assertThat(unlisted.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(unlisted.reason().code()).isEqualTo("proof.issuer-keys-unreachable");
        Fetcher silent = (uri, limits) -> new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, "");
        assertThat(verify(signed, silent).reason().code()).isEqualTo("proof.issuer-publishes-no-keys");
    }

    private ProofResult verify(ObjectNode signed, Fetcher fetcher) {
        ObjectNode document = signed.deepCopy();
        document.remove("proof");
        KeyResolver resolver = new KeyResolver(keys, new IssuerDocuments(fetcher), false);
        DataIntegrityProof.Secured secured =
                new DataIntegrityProof.Secured(signed, () -> jsonLd.expand(document), JwtClaims.issuerOf(signed), AT);
        return new DataIntegrityProof(jsonLd).verify(secured, new IssuerSignature(crypto, resolver, AT));
    }

    private EddsaRdfc2022.HashData hash(ObjectNode document, ObjectNode proof) {
        ObjectNode options = EddsaRdfc2022.options(proof, document.path("@context"));
        return (EddsaRdfc2022.HashData) new EddsaRdfc2022(jsonLd).hash((Safe) jsonLd.expand(document), options);
    }

    private static String finding(EddsaRdfc2022.HashData data, String key) {
        return data.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .map(Finding::value)
                .findFirst()
                .orElseThrow();
    }

    private PrivateKey w3cKey() {
        String text = ReferenceData.json(W3C + "keyPair.json")
                .path("privateKeyMultibase")
                .textValue();
        byte[] bytes = Base58.decode(text.substring(1)).orElseThrow();
        return ed25519(Arrays.copyOfRange(bytes, 2, 34)); // after the multicodec prefix ed25519-priv
    }

    private PrivateKey ed25519(byte[] seed) {
        String pkcs8 = "302e020100300506032b657004220420" + HexFormat.of().formatHex(seed);
        return crypto.privateKey(KeyType.ED25519, HexFormat.of().parseHex(pkcs8));
    }

    private static String text(String path) {
        return ReferenceData.text(path);
    }
}
