package fr.badgesiae.verifier.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.CanonicalForm.Canonical;
import fr.badgesiae.verifier.jsonld.Expansion.Problem;
import fr.badgesiae.verifier.jsonld.Expansion.Refused;
import fr.badgesiae.verifier.jsonld.Expansion.Safe;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeModeTest {
    static final String BADGE = """
            {"@context":["https://www.w3.org/ns/credentials/v2",
              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "id":"https://badges.example/credentials/1",
             "type":["VerifiableCredential","OpenBadgeCredential"],
             "name":"Accueillir le public",
             "issuer":{"id":"https://badges.example/issuers/1","type":["Profile"],"name":"Atelier"},
             "validFrom":"2026-01-01T00:00:00Z","validUntil":"2030-01-01T00:00:00Z",
             "credentialSubject":{"id":"urn:uuid:4a5d7a5e-0000-4000-8000-000000000001","type":["AchievementSubject"],
               "achievement":{"id":"https://badges.example/achievements/1/1","type":["Achievement"],"name":"Accueillir",
                 "description":"Accueillir le public","criteria":{"narrative":"Trois semaines à l’accueil"},
                 "tag":["accueil","public"]}}}
            """;

    private final JsonLd jsonLd = new JsonLd(new BundledContexts());

    @Test
    void aBadgeWithNothingUnsignedIsSafe() {
        assertThat(jsonLd.expand(ReferenceData.parse(BADGE))).isInstanceOf(Safe.class);
    }

    @Test
    void aPropertyThatNoContextDefinesIsRefused() {
        assertThat(after(badge -> badge.put("grade", "excellent"))).isEqualTo(Problem.UNDEFINED_TERM);
        assertThat(after(badge -> achievement(badge).put("grade", "excellent"))).isEqualTo(Problem.UNDEFINED_TERM);
    }

    @Test
    void theUndefinedTermIsNamed() {
        ObjectNode badge = ReferenceData.parse(BADGE).put("mention", "bien");
        assertThat(jsonLd.expand(badge)).isEqualTo(new Refused(Problem.UNDEFINED_TERM, "mention"));
    }

    @Test
    void aTypeThatNoContextDefinesIsRefused() {
        assertThat(after(badge -> badge.withArray("/type").add("DiplomaCredential")))
                .isEqualTo(Problem.TYPE_NOT_ABSOLUTE);
    }

    @Test
    void anIdThatIsNoAbsoluteIriIsRefused() {
        assertThat(after(badge -> badge.put("id", "credentials/1"))).isEqualTo(Problem.ID_NOT_ABSOLUTE);
        assertThat(after(badge -> achievement(badge).put("id", "_:b0"))).isEqualTo(Problem.ID_NOT_ABSOLUTE);
        assertThat(after(badge -> achievement(badge).put("id", "https://a.example/x y")))
                .isEqualTo(Problem.ID_NOT_ABSOLUTE);
    }

    @Test
    void aNumberKeepsItsFifteenDigitsAndCountsHoweverItIsWritten() {
        assertThat(credits("5e-324")).contains("\"4.940656458412465E-324\"");
        assertThat(credits("5.684341886080802e-14")).contains("\"5.684341886080801E-14\"");
        assertThat(credits("0.1")).contains("\"1.0E-1\"");
    }

    private String credits(String number) {
        ObjectNode badge = ReferenceData.parse(BADGE);
        badge.withObject("/credentialSubject")
                .set(
                        "creditsEarned",
                        ReferenceData.parse("{\"n\":" + number + "}").get("n"));
        return ((Canonical) jsonLd.canonicalize((Safe) jsonLd.expand(badge), HashAlgorithm.SHA_256)).nquads();
    }

    @Test
    void aDatatypeThatIsNoAbsoluteIriIsRefused() {
        assertThat(after(badge -> value(badge).put("@type", "lettre"))).isEqualTo(Problem.DATATYPE_NOT_ABSOLUTE);
    }

    @Test
    void aNullSaysNothingAndIsNoDroppedValue() {
        ObjectNode badge = ReferenceData.parse(BADGE);
        ObjectNode without = badge.deepCopy();
        without.remove("description");
        badge.putNull("description");
        achievement(badge).withArray("tag").addNull();
        badge.putNull("refreshService");

        assertThat(nquads(badge)).isEqualTo(nquads(without));
    }

    @Test
    void aNullIdSaysNothing() {
        ObjectNode badge = ReferenceData.parse(BADGE);
        achievement(badge).remove("id");
        Expansion without = jsonLd.expand(badge.deepCopy());
        achievement(badge).putNull("id");

        assertThat(without).isInstanceOf(Safe.class);
        assertThat(jsonLd.expand(badge)).isInstanceOf(Safe.class);
    }

    @Test
    void aValueObjectOfNullIsRefusedBecauseExpansionDropsIt() {
        assertThat(after(badge -> value(badge).putNull("@value"))).isEqualTo(Problem.VALUE_DROPPED);
    }

    @Test
    void anIdThatLooksLikeAKeywordIsRefused() {
        assertThat(after(badge -> achievement(badge).put("id", "@ignored"))).isEqualTo(Problem.ID_NOT_ABSOLUTE);
    }

    @Test
    void whatRdfCannotSayIsRefused() {
        assertThat(after(badge -> value(badge).put("@direction", "rtl"))).isEqualTo(Problem.VALUE_DROPPED);
        assertThat(after(badge -> value(badge).put("@index", "a"))).isEqualTo(Problem.VALUE_DROPPED);
        assertThat(after(badge -> value(badge).put("@language", "not a language")))
                .isEqualTo(Problem.VALUE_DROPPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@included", "@graph", "@reverse", "@nest", "@index", "@id", "@type", "@unknown"})
    void aKeywordAsPropertyIsRefused(String keyword) {
        assertThat(after(badge -> badge.putArray(keyword).addObject().put("name", "x")))
                .isEqualTo(Problem.DISGUISED);
    }

    @Test
    void anEndDateUnderItsIriIsRefusedBecauseNobodyWouldReadIt() {
        Problem problem = after(badge -> {
            badge.remove("validUntil");
            badge.putObject("https://www.w3.org/2018/credentials#validUntil")
                    .put("@value", "2030-01-01T00:00:00Z")
                    .put("@type", "http://www.w3.org/2001/XMLSchema#dateTime");
        });
        assertThat(problem).isEqualTo(Problem.DISGUISED);
    }

    @Test
    void sayingMoreOfTheCredentialElsewhereIsRefused() {
        Problem problem = after(badge ->
                achievement(badge).put("id", badge.path("id").textValue()).put("name", "x"));
        assertThat(problem).isEqualTo(Problem.DISGUISED);
    }

    @Test
    void anEndorsementOfTheBadgeMaySayNoMoreOfItThanItsComment() {
        String endorsed = """
                {"id":"urn:e","type":["VerifiableCredential","EndorsementCredential"],
                 "credentialSubject":{"id":"%s","type":["EndorsementSubject"],"endorsementComment":"c"%s}}
                """;
        String status =
                ",\"https://other.example/#status\":{\"type\":\"https://other.example/#None\",\"id\":\"urn:s\"}";
        assertThat(jsonLd.expand(endorsing(endorsed, ""))).isInstanceOf(Safe.class);
        assertThat(((Refused) jsonLd.expand(endorsing(endorsed, status))).problem())
                .isEqualTo(Problem.DISGUISED);
    }

    private static ObjectNode endorsing(String endorsement, String more) {
        ObjectNode badge = ReferenceData.parse(BADGE);
        badge.putArray("endorsement")
                .add(ReferenceData.parse(endorsement.formatted(badge.path("id").asText(), more)));
        return badge;
    }

    @Test
    void anUnknownOrInlineContextIsNamed() {
        assertThat(after(badge -> badge.withArray("/@context").add("https://unknown.example/v1")))
                .isEqualTo(Problem.UNKNOWN_CONTEXT);
        assertThat(after(badge -> badge.withArray("/@context").addObject().put("grade", "https://e.example/g")))
                .isEqualTo(Problem.INLINE_CONTEXT);
    }

    @Test
    void aContextThatRedefinesAProtectedTermClashes() {
        Problem problem = after(badge -> badge.putArray("@context")
                .add("https://www.w3.org/ns/credentials/v2")
                .add("https://purl.imsglobal.org/spec/ob/v3p0/context.json"));
        assertThat(problem).isEqualTo(Problem.CLASH);
    }

    @Test
    void aNumberThatRdfWouldRoundIsRefusedWhenItIsReadExactly() {
        ObjectNode badge = ReferenceData.parse(BADGE);
        achievement(badge).put("creditsAvailable", new java.math.BigDecimal("1.00000000000000000001"));
        assertThat(((Refused) jsonLd.expand(badge)).problem()).isEqualTo(Problem.VALUE_DROPPED);
    }

    @Test
    void aLoneSurrogateIsRefused() {
        assertThat(after(badge -> badge.put("name", "a\ud800b"))).isEqualTo(Problem.INVALID);
    }

    @Test
    void tooManyObjectsAreRefused() {
        Problem problem = after(badge -> {
            for (int i = 0; i < 6000; i++) {
                badge.withArray("/evidence").addObject();
            }
        });
        assertThat(problem).isEqualTo(Problem.TOO_MUCH_WORK);
    }

    @Test
    void aPoisonGraphStopsWithTheSameAnswerEachTime() {
        java.util.List<Quad> quads = new java.util.ArrayList<>();
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                if (i != j) {
                    quads.add(new Quad("_:b" + i, "https://e.example/p", "_:b" + j, null, null, null));
                }
            }
        }
        CanonicalForm first = jsonLd.canonicalize(new Safe(quads), HashAlgorithm.SHA_256);
        assertThat(first).isEqualTo(new CanonicalForm.TooMuchWork());
        assertThat(jsonLd.canonicalize(new Safe(quads), HashAlgorithm.SHA_256)).isEqualTo(first);
    }

    @Test
    void theHashChoosesTheLabelsOfBlankNodes() {
        Safe badge = (Safe) jsonLd.expand(ReferenceData.parse(BADGE));
        Canonical sha256 = (Canonical) jsonLd.canonicalize(badge, HashAlgorithm.SHA_256);
        Canonical sha384 = (Canonical) jsonLd.canonicalize(badge, HashAlgorithm.SHA_384);
        assertThat(sha256.nquads().lines().count())
                .isEqualTo(sha384.nquads().lines().count());
    }

    private String nquads(ObjectNode document) {
        CanonicalForm form = jsonLd.canonicalize((Safe) jsonLd.expand(document), HashAlgorithm.SHA_256);
        return ((Canonical) form).nquads();
    }

    private Problem after(Consumer<ObjectNode> tampering) {
        ObjectNode badge = ReferenceData.parse(BADGE);
        tampering.accept(badge);
        Expansion expansion = jsonLd.expand(badge);
        assertThat(expansion).isInstanceOf(Refused.class);
        return ((Refused) expansion).problem();
    }

    private static ObjectNode achievement(ObjectNode badge) {
        return (ObjectNode) badge.at("/credentialSubject/achievement");
    }

    private static ObjectNode value(ObjectNode badge) {
        return badge.putObject("description").put("@value", "x");
    }
}
