package fr.badgesiae.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.codec.Base58;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.CanonicalForm.Canonical;
import fr.badgesiae.verifier.jsonld.Expansion.Safe;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.keys.VerificationKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The issuer's steps of a selective proof, before any derivation (vc-di-ecdsa 3.6.2 to 3.6.5), with the W3C vectors. */
class SelectiveBaseVectorsTest {
    private static final String ROOT = "vectors/vc-di-ecdsa/ecdsa-sd-2023/";
    private static final HexFormat HEX = HexFormat.of();

    private final PublicKeys keys = new PublicKeys(Crypto.best());
    private final Crypto crypto = Crypto.best();
    private final JsonLd jsonLd = new JsonLd(ReferenceData.contexts());
    private final ObjectNode material = ReferenceData.json(ROOT + "SDKeyMaterial.json");

    @ParameterizedTest
    @ValueSource(strings = {"employ/", "prc/"})
    void aW3cBaseProofIsReproducedStepByStep(String folder) throws IOException {
        ObjectNode document = ReferenceData.json(ROOT + folder + "addSignedSDBase.json");
        String proofValue =
                ((ObjectNode) document.remove("proof")).path("proofValue").textValue();
        Safe safe = (Safe) jsonLd.expand(document);
        assertThat(((Canonical) jsonLd.canonicalize(safe, HashAlgorithm.SHA_256)).nquads())
                .isEqualTo(lines(folder, "addBaseDocCanon.json"));
        assertThat(((Canonical) jsonLd.canonicalize(safe, this::hidden)).nquads())
                .isEqualTo(lines(folder, "addBaseDocHMACCanon.json"));

        ObjectNode hashes = ReferenceData.json(ROOT + folder + "addHashData.json");
        Safe options = (Safe) jsonLd.expand(ReferenceData.json(ROOT + folder + "addProofConfig.json"));
        String config = ((Canonical) jsonLd.canonicalize(options, HashAlgorithm.SHA_256)).nquads();
        assertThat(config).isEqualTo(ReferenceData.text(ROOT + folder + "addProofConfigCanon.txt"));
        assertThat(hash(config)).isEqualTo(hashes.path("proofHash").textValue());
        ObjectNode groups = ReferenceData.json(ROOT + folder + "addBaseTransform.json");
        String mandatory = String.join("", group(groups, "mandatory"));
        assertThat(hash(mandatory)).isEqualTo(hashes.path("mandatoryHash").textValue());

        ObjectNode raw = ReferenceData.json(ROOT + folder + "addRawBaseSignatureInfo.json");
        assertThat(proofValue).isEqualTo(serialised(raw));
        assertSigned(raw, hash(config) + HEX.formatHex(multikey(raw)) + hash(mandatory), group(groups, "nonMandatory"));
    }

    private void assertSigned(ObjectNode raw, String data, List<String> others) {
        assertThat(verifies("baseKeyPair", HEX.parseHex(data), raw.path("baseSignature")))
                .isTrue();
        assertThat(others).hasSize(raw.path("signatures").size()).isNotEmpty();
        for (int i = 0; i < others.size(); i++) {
            byte[] statement = others.get(i).getBytes(StandardCharsets.UTF_8);
            assertThat(verifies(
                            "proofKeyPair", statement, raw.path("signatures").path(i)))
                    .isTrue();
        }
    }

    private boolean verifies(String pair, byte[] data, JsonNode signature) {
        VerificationKey key = keys.fromMultikey(
                        material.path(pair).path("publicKeyMultibase").textValue())
                .orElseThrow();
        return crypto.verify(AllowedAlgorithms.ES256, key, data, HEX.parseHex(signature.textValue()));
    }

    /** vc-di-ecdsa 3.5.2, in CBOR. */
    private String serialised(ObjectNode raw) {
        StringBuilder cbor = new StringBuilder("d95d0085");
        cbor.append("5840").append(raw.path("baseSignature").textValue());
        cbor.append("5823").append(HEX.formatHex(multikey(raw)));
        cbor.append("5820").append(material.path("hmacKeyString").textValue());
        cbor.append(head(4, raw.path("signatures").size()));
        raw.path("signatures").forEach(signature -> cbor.append("5840").append(signature.textValue()));
        cbor.append(head(4, raw.path("mandatoryPointers").size()));
        raw.path("mandatoryPointers").forEach(pointer -> {
            byte[] text = pointer.textValue().getBytes(StandardCharsets.UTF_8);
            cbor.append(head(3, text.length)).append(HEX.formatHex(text));
        });
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(HEX.parseHex(cbor));
    }

    private static String head(int type, int argument) {
        return argument < 24
                ? HEX.toHexDigits((byte) (type << 5 | argument))
                : HEX.toHexDigits((byte) (type << 5 | 24)) + HEX.toHexDigits((byte) argument);
    }

    private static byte[] multikey(ObjectNode raw) {
        return Base58.decode(raw.path("publicKey").textValue().substring(1)).orElseThrow();
    }

    private String hidden(String label) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    HEX.parseHex(material.path("hmacKeyString").textValue()), "HmacSHA256"));
            return "u"
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(label.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String text) {
        return HEX.formatHex(HashAlgorithm.SHA_256.hash(text));
    }

    private static String lines(String folder, String file) throws IOException {
        StringBuilder text = new StringBuilder();
        new JsonMapper()
                .readTree(ReferenceData.text(ROOT + folder + file))
                .forEach(line -> text.append(line.textValue()));
        return text.toString();
    }

    /** The statements of a group, without their indexes. */
    private static List<String> group(ObjectNode groups, String name) {
        List<String> statements = new ArrayList<>();
        groups.path(name)
                .path("value")
                .forEach(pair -> statements.add(pair.path(1).textValue()));
        return statements;
    }
}
