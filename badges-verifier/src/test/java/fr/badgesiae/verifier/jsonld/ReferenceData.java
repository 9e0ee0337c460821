package fr.badgesiae.verifier.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Published test vectors beside the checkout, never in it; tests that need them are skipped without them. */
public final class ReferenceData {
    private static final Path ROOT = Path.of("../../shared/reference");
    private static final JsonMapper JSON = new JsonMapper();
    /** Terms of the citizenship vocabulary used by the vectors, with the addresses that the vectors give. */
    private static final String CITIZENSHIP = """
            {"@context":{"c":"https://w3id.org/citizenship#","s":"https://schema.org/",
              "date":"http://www.w3.org/2001/XMLSchema#dateTime",
              "EmploymentAuthorizationDocumentCredential":"c:EmploymentAuthorizationDocumentCredential",
              "PermanentResidentCardCredential":"c:PermanentResidentCardCredential",
              "EmployablePerson":"c:EmployablePerson","PermanentResident":"c:PermanentResident","Person":"s:Person",
              "EmploymentAuthorizationDocument":"c:EmploymentAuthorizationDocument",
              "PermanentResidentCard":"c:PermanentResidentCard",
              "employmentAuthorizationDocument":{"@id":"c:employmentAuthorizationDocument","@type":"@id"},
              "permanentResidentCard":{"@id":"c:permanentResidentCard","@type":"@id"},
              "additionalName":"s:additionalName","familyName":"s:familyName","givenName":"s:givenName",
              "gender":"s:gender","identifier":"s:identifier","image":{"@id":"s:image","@type":"@id"},
              "birthDate":{"@id":"s:birthDate","@type":"date"},"birthCountry":"c:birthCountry",
              "residentSince":{"@id":"c:residentSince","@type":"date"},
              "commuterClassification":"c:commuterClassification",
              "lprCategory":"c:lprCategory","lprNumber":"c:lprNumber"}}
            """;

    private ReferenceData() {}

    public static String text(String path) {
        Path file = ROOT.resolve(path);
        Assumptions.assumeTrue(Files.exists(file), "no reference data at " + file);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode json(String path) {
        return parse(text(path));
    }

    public static ObjectNode parse(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bundled contexts, and those that only test vectors name. */
    public static ContextSource contexts() {
        ContextSource examples = url -> switch (url) {
            case "https://www.w3.org/ns/credentials/examples/v2" ->
                Optional.<JsonNode>of(json("contexts/credentials-examples-v2.jsonld"));
            case "https://w3id.org/citizenship/v4rc1" -> Optional.<JsonNode>of(parse(CITIZENSHIP));
            default -> Optional.empty();
        };
        return new BundledContexts().or(examples);
    }
}
