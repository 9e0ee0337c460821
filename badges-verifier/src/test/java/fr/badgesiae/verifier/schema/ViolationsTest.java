package fr.badgesiae.verifier.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.fuzz.FuzzTarget;
import fr.badgesiae.verifier.jsonld.ReferenceData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The violations that are named are those of the alternative that the document follows. */
class ViolationsTest {
    private final JsonSchemas schemas = new JsonSchemas();

    @Test
    void theContextsOfABadgeSelectItsVersion() {
        assertThat(any("valid-vc11.json", badge -> badge.withObject("/issuer").put("image", "https://a.example/i.png")))
                .containsExactly("/issuer/image type");
        assertThat(any(
                        "valid-did-web.json",
                        badge -> badge.withObject("/issuer").put("image", "https://a.example/i.png")))
                .containsExactly("/issuer/image type");
    }

    @Test
    void eachVersionIsAskedForItsOwnDates() {
        assertThat(any("valid-vc11.json", badge -> badge.remove("issuanceDate")))
                .containsExactly(" required issuanceDate");
        assertThat(any("valid-did-web.json", badge -> badge.remove("validFrom")))
                .containsExactly(" required validFrom");
    }

    @Test
    void aWrongSecondContextLeavesTheVersionToTheFirst() {
        assertThat(any("valid-vc11.json", badge -> {
                    badge.withArray("@context").set(1, "https://mots.example/c.json");
                    badge.remove("issuanceDate");
                }))
                .containsExactlyInAnyOrder("/@context/1 pattern", " required issuanceDate");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /issuer                       | {"id":"did:x:y","type":["Profile"],"image":"x"}     | /issuer/image type
            /issuer                       | 12                                                  | /issuer type
            /proof                        | {"type":12}                                         | /proof/type type
            /proof                        | [{"type":"x"},{}]                                   | /proof/1 required type
            /evidence                     | [{"type":"Evidence","id":1}]                        | /evidence/0/id type
            /evidence                     | {"type":"Evidence","name":1}                        | /evidence/name type
            /credentialSubject/type       | "Subject"                                           | /credentialSubject/type const
            /credentialSubject/type       | ["Subject"]                                         | /credentialSubject/type minContains
            /credentialSubject/identifier | {"type":"IdentityObject","hashed":1,"identityHash":"","identityType":"name"} | /credentialSubject/identifier/hashed type
            /credentialSubject/identifier | [{"type":"IdentityObject","hashed":1,"identityHash":"","identityType":"name"}] | /credentialSubject/identifier/0/hashed type
            /credentialSubject/achievement/achievementType | "Atelier"                          | /credentialSubject/achievement/achievementType enum
            /credentialSubject/achievement/achievementType | 12                                 | /credentialSubject/achievement/achievementType enum
            """)
    void anAlternativeOfAnotherTypeIsSetAside(String where, String value, String first) {
        assertThat(any("valid-vc11.json", badge -> put(badge, where, value)))
                .first()
                .isEqualTo(first);
    }

    @Test
    void aPropertyWithTheNameOfAKeywordIsNoAlternative() {
        RemoteSchema schema =
                schemas.foreign("""
                        {"type":"object","properties":{
                          "anyOf":{"properties":{"0":{"type":"string"},"1":{"type":"string"}}},
                          "oneOf":{"anyOf":[{"type":"string"},{"required":["a"]}]}}}
                        """.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(schema.violations(ReferenceData.parse("{\"anyOf\":{\"0\":1,\"1\":1},\"oneOf\":{}}")))
                .containsExactly("/anyOf/0 type", "/anyOf/1 type", "/oneOf required a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dependencies", "dependentSchemas"})
    void aDependencyOfAPropertyWithTheNameOfAKeywordIsNoAlternative(String keyword) {
        RemoteSchema schema = schemas.foreign(("{\"$schema\":\"" + draft(keyword) + "\",\"" + keyword
                                + "\":{\"anyOf\":{\"required\":[\"a\"]}}}")
                        .getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(schema.violations(ReferenceData.parse("{\"anyOf\":1}"))).containsExactly(" required a");
    }

    private static String draft(String keyword) {
        return keyword.equals("dependencies")
                ? "http://json-schema.org/draft-07/schema#"
                : "https://json-schema.org/draft/2020-12/schema";
    }

    @Test
    void ofALargeMalformedDocumentTheFirstViolationsAreKept() {
        List<String> violations = any("valid-vc11.json", badge -> {
            for (int i = 0; i < 5_000; i++) {
                badge.withArray("evidence").addObject();
            }
        });
        assertThat(violations).hasSizeBetween(20, BoundedRun.MAX_ERRORS).contains("/evidence/0 required type");
    }

    @Test
    void ofALargeDocumentOnlySmallMembersAreCheckedWithEachStatusEntry() {
        ObjectNode badge = ReferenceData.parse("{\"@context\":[\"a\"],\"credentialStatus\":[{},{}]}");
        badge.put("name", "a");
        for (int i = 0; i < 5_000; i++) {
            badge.withArray("evidence").addObject();
        }
        assertThat(JsonSchemas.smallMembers(badge).fieldNames())
                .toIterable()
                .containsExactly("@context", "credentialStatus", "name");
    }

    @Test
    void severalMatchesOfOneAreAViolationOfTheWhole() {
        RemoteSchema schema = schemas.foreign(
                        "{\"oneOf\":[{\"type\":\"object\"},{\"required\":[\"a\"]},{\"type\":\"string\"}]}"
                                .getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(schema.violations(ReferenceData.parse("{\"a\":1}"))).contains(" oneOf");
    }

    /** A document that conforms has no violations, and one that does not has at least one. */
    @Test
    void noDocumentLosesItsLastViolation() {
        for (Sample sample : Samples.all()) {
            ObjectNode badge = FuzzTarget.object(sample.bytes()).orElse(null);
            for (String url : badge == null
                    ? List.<String>of()
                    : List.of(Catalogue.ANY_ACHIEVEMENT_CREDENTIAL, Catalogue.ANY_ACHIEVEMENT_CREDENTIAL_LOOSE)) {
                BundledSchema schema = schemas.bundled(url).orElseThrow();
                assertThat(JsonSchemas.violations(schema.schema(), badge).isEmpty())
                        .as(sample.file() + " " + url)
                        .isEqualTo(schema.schema().validate(badge).isEmpty());
            }
        }
    }

    private List<String> any(String sample, Consumer<ObjectNode> change) {
        ObjectNode badge = FuzzTarget.object(Samples.named(sample).bytes()).orElseThrow();
        change.accept(badge);
        return schemas.bundled(Catalogue.ANY_ACHIEVEMENT_CREDENTIAL_LOOSE)
                .orElseThrow()
                .violations(badge);
    }

    private static void put(ObjectNode badge, String where, String value) {
        int last = where.lastIndexOf('/');
        ObjectNode holder = (ObjectNode) badge.at(where.substring(0, last));
        holder.set(
                where.substring(last + 1),
                ReferenceData.parse("{\"v\":" + value + "}").get("v"));
    }
}
