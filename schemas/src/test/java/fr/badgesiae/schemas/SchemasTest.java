package fr.badgesiae.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Rules of the data model about ids, related resources and empty lists that no schema states. */
    private static final Set<String> JUDGED_IN_CODE = Set.of(
            "empty-evidence.json",
            "related-resource-twice.json",
            "related-resource-without-digest.json",
            "jwt-achievement-id-relative.jwt",
            "jwt-id-relative.jwt",
            "jwt-subject-id-word.jwt",
            "proof-expires-day-past.json",
            "proof-expires-day-to-come.json");

    static Stream<Sample> readable() {
        return Samples.all().stream()
                .filter(sample -> !sample.expectations().get(0).outcome().equals("FAILED"))
                .filter(sample -> !sample.file().startsWith("too-"))
                .filter(sample -> !sample.file().contains("claims-only")) // no credential without its claims
                .filter(sample -> !sample.file().contains("vc-tells-another")) // two credentials in one payload
                .filter(Sample::isBare);
    }

    static Stream<JsonNode> schemas() throws IOException {
        List<JsonNode> schemas = new ArrayList<>();
        for (String url : Catalogue.bundled().urls()) {
            if (Catalogue.bundled().schema(url).isPresent()) {
                schemas.add(ours(url));
            }
        }
        return schemas.stream();
    }

    @ParameterizedTest
    @MethodSource("readable")
    void theStrictAndTheLooseFormSayOfASampleWhatItExpects(Sample sample) throws IOException {
        JsonNode credential = credential(sample);
        boolean strict = passesWithEachStatus(ours(Catalogue.ANY_ACHIEVEMENT_CREDENTIAL), credential);
        boolean loose = passesWithEachStatus(ours(Catalogue.ANY_ACHIEVEMENT_CREDENTIAL_LOOSE), credential);

        // these rules are not in the schema of the class: they are checked after it
        String reason = sample.expectations().get(2).reason();
        boolean inCode = reason.equals("schema.subject-not-identified")
                || reason.startsWith("schema.own-schema")
                || JUDGED_IN_CODE.contains(sample.file());
        String outcome = inCode ? "PASSED" : sample.expectations().get(2).outcome();
        assertThat(strict).as(sample.file()).isEqualTo(outcome.equals("PASSED"));
        assertThat(loose).as(sample.file()).isEqualTo(outcome.equals("PASSED") || outcome.equals("WARNING"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void theLooseFormSaysOfEverySampleWhatTheReferenceSays(Sample sample) throws IOException {
        JsonNode reference = Reference.json("schemas/ob-v3p0-jsonld-achievementcredential.json");
        JsonNode any = Reference.json("schemas/ob-v3p0-jsonld-anyachievementcredential.json");
        JsonNode credential = credential(sample);

        assertThat(passes(ours(Catalogue.ACHIEVEMENT_CREDENTIAL_LOOSE), credential))
                .isEqualTo(passes(reference, credential));
        assertThat(passes(ours(Catalogue.ANY_ACHIEVEMENT_CREDENTIAL_LOOSE), credential))
                .isEqualTo(passes(any, credential));
    }

    @ParameterizedTest
    @CsvSource({"valid-did-web.json", "valid-with-level.json", "valid-identifier-without-id.json"})
    void theLooseFormSaysOfEveryChangeToASampleWhatTheReferenceSays(String file) throws IOException {
        Schema reference = schema(Reference.json("schemas/ob-v3p0-jsonld-achievementcredential.json"));
        Schema ours = schema(ours(Catalogue.ACHIEVEMENT_CREDENTIAL_LOOSE));

        for (Mutation mutation : Mutation.all(credential(Samples.named(file)))) {
            assertThat(passes(ours, mutation.result()))
                    .as(mutation.about())
                    .isEqualTo(passes(reference, mutation.result()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"achievement", "anyachievement"})
    void theLooseFormSaysOfEveryChangeToAnEndorsementWhatTheReferenceSays(String file) throws IOException {
        ObjectNode reference = (ObjectNode) Reference.json("schemas/ob-v3p0-jsonld-" + file + "credential.json");
        reference.retain("$schema", "$defs");
        reference.put("$ref", "#/$defs/EndorsementCredential");
        Schema theirs = schema(reference);
        JsonNode endorsement = credential(Samples.named("endorsement-alone.json"));

        for (Mutation mutation : Mutation.all(endorsement)) {
            boolean expected = passes(theirs, mutation.result());
            for (String url :
                    List.of(Catalogue.ENDORSEMENT_CREDENTIAL_LOOSE, Catalogue.ANY_ENDORSEMENT_CREDENTIAL_LOOSE)) {
                assertThat(passes(ours(url), mutation.result()))
                        .as(mutation.about())
                        .isEqualTo(expected);
            }
        }
        assertThat(passes(ours(Catalogue.ENDORSEMENT_CREDENTIAL), endorsement)).isTrue();
        assertThat(passes(ours(Catalogue.ACHIEVEMENT_CREDENTIAL_LOOSE), endorsement))
                .isFalse();
    }

    @Test
    void anEndorsementOverVersion1OfTheDataModelHasAFormOfItsOwn() throws IOException {
        ObjectNode endorsement = (ObjectNode) credential(Samples.named("endorsement-alone.json"));
        endorsement.withArray("@context").set(0, "https://www.w3.org/2018/credentials/v1");
        endorsement.set("issuanceDate", endorsement.remove("validFrom"));

        assertThat(passes(ours(Catalogue.ANY_ENDORSEMENT_CREDENTIAL), endorsement))
                .isTrue();
        assertThat(passes(ours(Catalogue.ENDORSEMENT_CREDENTIAL_LOOSE), endorsement))
                .isFalse();
    }

    @Test
    void everyStatusListConformsToItsSchemaAndNoBadgeDoes() throws IOException {
        Schema list = schema(ours(Catalogue.BITSTRING_STATUS_LIST_CREDENTIAL));
        JsonNode published = MAPPER.readTree(Samples.documents().get("https://badges.example/status/atelier-1"));

        assertThat(list.validate(published)).isEmpty();
        assertThat(schema(ours(Catalogue.VERIFIABLE_CREDENTIAL)).validate(published))
                .isEmpty();
        assertThat(list.validate(credential(Samples.named("valid-did-web.json"))))
                .isNotEmpty();
    }

    @Test
    void aCredentialThatIsNoBadgeIsStillACredential() throws IOException {
        JsonNode credential = credential(Samples.named("not-a-badge.json"));

        assertThat(passes(ours(Catalogue.VERIFIABLE_CREDENTIAL), credential)).isTrue();
        assertThat(passes(ours(Catalogue.ACHIEVEMENT_CREDENTIAL_LOOSE), credential))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aSchemaRefersToItselfOnly(JsonNode schema) {
        assertThat(schema.findValuesAsText("$ref")).isNotEmpty().allMatch(ref -> ref.startsWith("#/$defs/"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void thePatternsOfASchemaTakeLinearTime(JsonNode schema) {
        assertThat(schema.findValuesAsText("pattern"))
                .isNotEmpty()
                .allMatch(pattern -> pattern.startsWith("^"))
                // no look-around or back-reference, and no nested quantifier over a group
                .noneMatch(pattern -> pattern.matches(".*(\\(\\?|\\\\[1-9]|\\)[*+{]).*"));
    }

    private static JsonNode ours(String url) throws IOException {
        return MAPPER.readTree(Catalogue.bundled().schema(url).orElseThrow().bytes());
    }

    private static JsonNode credential(Sample sample) throws IOException {
        if (sample.file().endsWith(".json")) {
            return MAPPER.readTree(sample.bytes());
        }
        String text = sample.text();
        String payload = text.substring(text.indexOf('.') + 1, text.lastIndexOf('.'));
        JsonNode claims = MAPPER.readTree(Base64.getUrlDecoder().decode(payload));
        return claims.has("vc") ? claims.get("vc") : claims;
    }

    private static boolean passes(JsonNode schema, JsonNode credential) {
        return passes(schema(schema), credential);
    }

    /** VCDM 2.0 4.10 allows a list of statuses, the schema of the class one object. */
    private static boolean passesWithEachStatus(JsonNode schema, JsonNode credential) {
        JsonNode statuses = credential.path("credentialStatus");
        if (!statuses.isArray() || statuses.isEmpty()) {
            return passes(schema, credential);
        }
        for (JsonNode status : statuses) {
            ObjectNode one = credential.deepCopy();
            if (!passes(schema, one.set("credentialStatus", status))) {
                return false;
            }
        }
        return true;
    }

    /** With formats asserted: the reference says "date-time" where ours has a pattern. */
    private static boolean passes(Schema schema, JsonNode credential) {
        return schema.validate(credential, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .isEmpty();
    }

    private static Schema schema(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }
}
