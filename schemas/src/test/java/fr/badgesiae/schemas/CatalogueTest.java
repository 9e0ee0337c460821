package fr.badgesiae.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.bundled();

    static Iterable<String> urls() {
        return Catalogue.bundled().urls();
    }

    @ParameterizedTest
    @MethodSource("urls")
    void everyUrlLeadsToADocumentOfItsKind(String url) throws IOException {
        Document document = catalogue.find(url).orElseThrow();

        JsonNode json = new ObjectMapper().readTree(document.bytes());
        boolean context = document.kind() == Document.Kind.CONTEXT;
        assertThat(json.has("@context")).isEqualTo(context);
        assertThat(json.has("$schema")).isEqualTo(!context);
        assertThat(context ? document.url() : json.get("$id").asText()).isEqualTo(document.url());
    }

    @Test
    void anAliasLeadsToTheSameDocument() {
        assertThat(catalogue.find("https://purl.imsglobal.org/spec/ob/v3p0/context.json"))
                .isEqualTo(catalogue.find("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.0.json"))
                .isPresent();
    }

    @Test
    void httpAndAnEmptyFragmentMakeNoDifference() {
        assertThat(catalogue.find("http://www.w3.org/ns/credentials/v2#"))
                .isEqualTo(catalogue.find("https://www.w3.org/ns/credentials/v2"))
                .isPresent();
    }

    @Test
    void anUnknownUrlLeadsNowhere() {
        assertThat(catalogue.find("https://badges.example/context.json")).isEmpty();
        assertThat(catalogue.context(Catalogue.ACHIEVEMENT_CREDENTIAL)).isEmpty();
        assertThat(catalogue.schema("https://www.w3.org/ns/credentials/v2")).isEmpty();
    }

    @Test
    void aReaderCannotChangeWhatTheNextOneReads() {
        Document document = catalogue.find(Catalogue.ACHIEVEMENT_CREDENTIAL).orElseThrow();
        document.bytes()[0] = 'x';

        assertThat(document.text()).startsWith("{");
    }
}
