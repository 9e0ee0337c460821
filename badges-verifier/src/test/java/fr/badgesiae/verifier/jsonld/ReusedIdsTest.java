package fr.badgesiae.verifier.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import fr.badgesiae.verifier.jsonld.Expansion.Refused;
import fr.badgesiae.verifier.jsonld.Expansion.Safe;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReusedIdsTest {
    private static final String ID = "https://badges.example/credentials/1";
    private static final String PAGE = "https://badges.example/pages/1";
    private static final String REVOCATIONS = "{\"id\":\"urn:x:s\",\"type\":\"1EdTechRevocationList\"}";
    private static final String ENTRY = """
            {"id":"urn:x:s","type":"BitstringStatusListEntry","statusPurpose":"message","statusListIndex":"5",
             "statusListCredential":"https://badges.example/status/1"}
            """;

    private final JsonLd jsonLd = new JsonLd(new BundledContexts());

    @Test
    void theIdAloneIsAlwaysAllowed() {
        assertThat(expand(badge -> related(badge, "{\"id\":\"" + ID + "\"}"))).isInstanceOf(Safe.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VerifiableCredential",
                "OpenBadgeCredential",
                "AchievementCredential",
                "EndorsementCredential",
                "VerifiablePresentation",
                "EnvelopedVerifiableCredential"
            })
    void aSecondNodeOfTheIdIsNoCredential(String type) {
        refused(badge -> related(badge, "{\"id\":\"" + ID + "\",\"type\":[\"Related\",\"" + type + "\"]}"));
    }

    @Test
    void aSecondNodeOfTheIdStatesNothingUnknown() {
        refused(badge -> related(
                badge, "{\"id\":\"" + ID + "\",\"type\":[\"Related\"],\"https://unknown.example/word\":\"x\"}"));
    }

    @Test
    void theNamesOfAllNodesOfTheIdAreEqual() {
        String evidence = "{\"id\":\"" + ID + "\",\"type\":[\"Evidence\"],\"name\":\"%s\"}";
        Consumer<ObjectNode> two = badge -> {
            badge.remove("name");
            achievement(badge).put("id", ID);
            badge.putArray("evidence").add(ReferenceData.parse(evidence.formatted("Accueillir")));
        };
        assertThat(expand(two)).isInstanceOf(Safe.class);
        refused(two.andThen(badge ->
                badge.withArray("/evidence").add(ReferenceData.parse(evidence.formatted("Conduire un projet")))));
    }

    @Test
    void anImageIsComparedByItsId() {
        String image = "{\"id\":\"https://badges.example/1.png\",\"type\":\"Image\"%s}";
        Consumer<ObjectNode> shared = badge -> {
            achievement(badge).put("id", ID).put("name", badge.get("name").asText());
            badge.set("image", ReferenceData.parse(image.formatted(",\"caption\":\"Un rond\"")));
            achievement(badge).set("image", ReferenceData.parse(image.formatted("")));
        };
        assertThat(expand(shared)).isInstanceOf(Safe.class);
        refused(shared.andThen(badge -> badge.withObject("/image").put("id", "https://badges.example/2.png")));
    }

    @Test
    void equalObjectsMayShareAnIdAndOthersMayNot() {
        Consumer<ObjectNode> twice = badge -> status(badge, REVOCATIONS, REVOCATIONS);
        assertThat(expand(twice)).isInstanceOf(Safe.class);
        refused(badge -> status(badge, ENTRY, ENTRY.replace("\"5\"", "\"6\"")));
        refused(badge -> {
            status(badge, REVOCATIONS);
            badge.set(
                    "refreshService",
                    ReferenceData.parse("{\"id\":\"urn:x:s\",\"type\":\"1EdTechCredentialRefresh\"}"));
        });
    }

    @Test
    void anObjectMayShareItsIdWithAReference() {
        assertThat(expand(badge -> status(badge, ENTRY, "{\"id\":\"urn:x:s\"}")))
                .isInstanceOf(Safe.class);
    }

    @Test
    void noMemberOfAStatusEntryHidesInAnotherNodeOfItsId() {
        String size = "{\"id\":\"urn:x:s\",\"type\":[\"Related\"%s],\"version\":\"1\"%s}";
        Consumer<ObjectNode> one = badge -> status(badge, ENTRY);
        assertThat(expand(one.andThen(badge -> related(badge, size.formatted("", "")))))
                .isInstanceOf(Safe.class);
        refused(one.andThen(
                badge -> related(badge, size.formatted(",\"BitstringStatusListEntry\"", ",\"statusSize\":2"))));
    }

    /** The same RDF, whichever of two nodes in different roles states what. */
    @Test
    void statementsCannotChangePlacesBetweenRoles() {
        Consumer<ObjectNode> page = badge -> achievement(badge).put("id", PAGE);
        refused(page.andThen(badge -> evidence(badge, PAGE, "name", "Docteur en physique")));
        refused(page.andThen(badge -> evidence(badge, PAGE, "description", "Thèse")));
        refused(badge -> {
            criteria(badge).put("id", PAGE);
            evidence(badge, PAGE, "narrative", "Écrit par le titulaire");
        });
        refused(badge -> {
            criteria(badge).put("id", ID);
            evidence(badge, ID, "narrative", "Écrit par le titulaire");
        });
        refused(badge -> evidence(badge, badge.at("/issuer/id").asText(), "name", "Ministère"));
        refused(badge -> evidence(badge, subject(badge).get("id").asText(), "role", "Chef"));
        refused(badge -> {
            subject(badge).put("role", "Commis");
            evidence(badge, subject(badge).get("id").asText(), "role", "Chef");
        });
    }

    @Test
    void nodesInDifferentRolesMayShareAnIdWhereNothingIsExchanged() {
        assertThat(expand(badge -> {
                    criteria(badge).put("id", PAGE);
                    achievement(badge).put("id", PAGE);
                    evidence(badge, PAGE, "genre", "Récit");
                }))
                .isInstanceOf(Safe.class);
        assertThat(expand(badge -> achievement(badge)
                        .putObject("creator")
                        .put("id", badge.at("/issuer/id").asText())
                        .put("type", "Profile")
                        .put("name", "Un autre nom du même émetteur")))
                .isInstanceOf(Safe.class);
        assertThat(expand(badge -> evidence(
                        badge,
                        PAGE,
                        "name",
                        achievement(badge).put("id", PAGE).get("name").asText())))
                .isInstanceOf(Safe.class);
    }

    private static void evidence(ObjectNode badge, String id, String name, String value) {
        badge.putArray("evidence")
                .addObject()
                .put("id", id)
                .put("type", name.equals("role") ? "AchievementSubject" : "Evidence")
                .put(name, value);
    }

    private static ObjectNode subject(ObjectNode badge) {
        return (ObjectNode) badge.get("credentialSubject");
    }

    private static ObjectNode criteria(ObjectNode badge) {
        return (ObjectNode) achievement(badge).get("criteria");
    }

    private void refused(Consumer<ObjectNode> change) {
        assertThat(expand(change))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.DISGUISED));
    }

    private Expansion expand(Consumer<ObjectNode> change) {
        ObjectNode badge = ReferenceData.parse(SafeModeTest.BADGE);
        badge.withArray("/@context").add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        change.accept(badge);
        return jsonLd.expand(badge);
    }

    private static ObjectNode achievement(ObjectNode badge) {
        return (ObjectNode) badge.at("/credentialSubject/achievement");
    }

    private static void related(ObjectNode badge, String node) {
        achievement(badge).putArray("related").add(ReferenceData.parse(node));
    }

    private static void status(ObjectNode badge, String... entries) {
        ArrayNode statuses = badge.putArray("credentialStatus");
        for (String entry : entries) {
            statuses.add(ReferenceData.parse(entry));
        }
    }
}
