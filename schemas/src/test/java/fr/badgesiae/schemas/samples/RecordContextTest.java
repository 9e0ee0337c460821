package fr.badgesiae.schemas.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The context of CLR 2.0 gives the published IRIs and datatypes (clr-2.0, JSON-LD context 2.0.1). */
class RecordContextTest {
    private static final String VOCABULARY = "<https://purl.imsglobal.org/spec/vc/clr/vocab.html#";

    @Test
    void theTermsOfARecordHaveThePublishedIris() {
        ObjectNode record = Json.object(Samples.named("valid-record.json").text());
        record.put("partial", true).remove("proof");
        record.withObject("/credentialSubject")
                .putArray("association")
                .add(Json.object("{\"type\":\"Association\",\"associationType\":\"isParentOf\","
                        + "\"sourceId\":\"urn:a:1\",\"targetId\":\"urn:a:2\"}"));

        assertThat(DataIntegrity.canonical(record))
                .contains(
                        "#type> " + VOCABULARY + "ClrCredential>",
                        "#type> " + VOCABULARY + "ClrSubject>",
                        "#type> " + VOCABULARY + "Association>",
                        VOCABULARY + "partial> \"true\"^^<xsd:boolean>",
                        VOCABULARY + "association> _:",
                        VOCABULARY + "AssociationType> \"isParentOf\"",
                        VOCABULARY + "sourceId> \"urn:a:1\"^^<xsd:anyURI>",
                        VOCABULARY + "targetId> \"urn:a:2\"^^<xsd:anyURI>",
                        VOCABULARY + "verifiableCredential> <https://badges.example/credentials/R1-1>");
    }
}
