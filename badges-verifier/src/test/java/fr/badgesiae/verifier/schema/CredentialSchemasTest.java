package fr.badgesiae.verifier.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.SignedBadges;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Schemas named by a badge: bundled ones, with or without a digest, and remote ones. */
class CredentialSchemasTest {
    private static final String OURS = Catalogue.ACHIEVEMENT_CREDENTIAL;
    private static final String UNREACHABLE = "INCONCLUSIVE schema.own-schema-unreachable";

    private final SignedBadges issuer = new SignedBadges();

    @Test
    void aBundledSchemaIsUsedWhileItsDigestIsOurs() {
        byte[] bytes = Catalogue.bundled().schema(OURS).orElseThrow().bytes();
        String right = "sha256-" + Base64.getEncoder().encodeToString(sha256(bytes));
        String wrong = "sha256-" + Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(schema(named(OURS))).isEqualTo("PASSED schema.conforms");
        assertThat(schema(named(OURS).put("digestSRI", right))).isEqualTo("PASSED schema.conforms");
        assertThat(schema(named(OURS).put("digestSRI", wrong)))
                .as("asked for, as ours is another")
                .isEqualTo(UNREACHABLE);
        assertThat(schema(named(OURS).put("digestMultibase", "f1220" + "00".repeat(32))))
                .isEqualTo(UNREACHABLE);
        assertThat(schema(named(OURS).put("digestMultibase", "x")))
                .isEqualTo("INCONCLUSIVE schema.own-schema-digest-unknown");
    }

    @Test
    void aBadgeThatNamesTheSchemaOfSomethingElseViolatesIt() {
        assertThat(schema(named(Catalogue.ENDORSEMENT_CREDENTIAL))).isEqualTo("FAILED schema.own-schema-violated");
    }

    @Test
    void theGravestAnswerOfSeveralCounts() {
        ObjectNode unknown = named(OURS).put("type", "https://mots.example/Schema");
        ObjectNode open = named("https://absent.example/schema");
        ObjectNode violated = named(Catalogue.ENDORSEMENT_CREDENTIAL);
        assertThat(schema(unknown, open)).isEqualTo(UNREACHABLE);
        assertThat(schema(unknown, open, violated)).isEqualTo("FAILED schema.own-schema-violated");
        assertThat(schema(named(OURS), unknown)).isEqualTo("WARNING schema.own-schema-type-unknown");
    }

    @Test
    void asManyAsMayBeAreHonoured() {
        ObjectNode[] eight = new ObjectNode[8];
        Arrays.fill(eight, named(OURS));
        assertThat(schema(eight)).isEqualTo("PASSED schema.conforms");
        eight[7] = named(Catalogue.ENDORSEMENT_CREDENTIAL);
        assertThat(schema(eight)).isEqualTo("FAILED schema.own-schema-violated");
    }

    @Test
    void anAddressThatIsNoneIsNotReached() {
        assertThat(schema(named("urn schema"))).isEqualTo(UNREACHABLE);
        assertThat(schema(named("schema.json"))).isEqualTo(UNREACHABLE);
    }

    private static ObjectNode named(String id) {
        return ReferenceData.parse("{\"type\":\"JsonSchema\"}").put("id", id);
    }

    private String schema(ObjectNode... schemas) {
        ObjectNode badge = issuer.badge();
        for (ObjectNode schema : schemas) {
            badge.withArray("/credentialSchema").add(schema);
        }
        CheckResult result = SignedBadges.judge(badge, issuer.policy()).check(CheckName.SCHEMA);
        return result.outcome() + " " + result.reason().code();
    }

    private static byte[] sha256(byte[] bytes) {
        return HexFormat.of().parseHex(Sha256.hex(bytes));
    }
}
