package fr.badgesiae.verifier.ob2.signed;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static fr.badgesiae.verifier.ob2.Ob2Fixture.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.ob2.Ob2Fixture;
import org.junit.jupiter.api.Test;

/** How a Profile may list its keys, for an assertion that names none. */
class IssuerKeysTest {
    private static final String ISSUER = "https://ob2.example/issuers/atelier";
    private static final String KEY = "https://ob2.example/keys/atelier-1";
    private static final String VERIFIED = "PASSED proof.verified";

    private final Ob2Fixture fixture = new Ob2Fixture();
    private final ObjectNode profile = json(Samples.documents().get(ISSUER));

    private String proof() {
        return reason(
                fixture.serve(ISSUER, profile)
                        .verify(Submission.of(Samples.named("valid-ob2-signed-without-creator.jws")
                                .text())),
                CheckName.PROOF);
    }

    private ObjectNode key(String id) {
        return json(Samples.documents().get(KEY)).put("id", id);
    }

    @Test
    void aKeyMayBeNamedByAnObjectWithItsId() {
        profile.putObject("publicKey").put("id", KEY);
        assertThat(proof()).isEqualTo(VERIFIED);
    }

    @Test
    void fourKeysAreTriedAndNoFifth() {
        ArrayNode keys = profile.putArray("publicKey");
        for (int i = 1; i < IssuerKeys.MAX_KEYS; i++) {
            keys.add(KEY + "/absent/" + i);
        }
        keys.add(KEY);
        assertThat(proof()).isEqualTo(VERIFIED);
        keys.insert(0, KEY + "/absent/0");
        assertThat(proof()).isEqualTo("INCONCLUSIVE proof.issuer-keys-unreachable");
    }

    @Test
    void theAddressOfAKeyMayServeADocumentWithSeveral() {
        String all = "https://ob2.example/keys";
        String wanted = all + "#1";
        ObjectNode document = json("{\"id\":\"" + all + "\"}");
        document.putArray("publicKey")
                .add(wanted)
                .add(json("{\"id\":\"" + all + "#0\",\"publicKeyPem\":\"-\"}"))
                .add(key(wanted));
        fixture.serve(all, document);
        profile.put("publicKey", wanted);
        assertThat(proof()).isEqualTo(VERIFIED);
        profile.put("publicKey", all + "#0");
        assertThat(proof()).isEqualTo("INCONCLUSIVE proof.key-not-usable");
        profile.put("publicKey", all + "#2");
        assertThat(proof()).isEqualTo("INCONCLUSIVE proof.key-not-usable");
    }

    @Test
    void aKeyOfAnotherOwnerIsNotTheIssuers() {
        fixture.serve(KEY, key(KEY).put("owner", "https://ob2.example/issuers/autre"));
        assertThat(proof()).isEqualTo("FAILED proof.key-owner-differs");
    }
}
