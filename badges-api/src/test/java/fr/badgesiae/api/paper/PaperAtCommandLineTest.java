package fr.badgesiae.api.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.VerifierCommand;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.share.PublicPagesFixture;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A paper handed to the command line of the verifier, without a network. */
class PaperAtCommandLineTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void aSheetIsValid() throws Exception {
        try (PublicPagesFixture pages = PublicPagesFixture.open()) {
            Papers.picture(pages);
            var badge = pages.issuing.issued();
            Code code = pages.share(badge);
            Files.write(
                    folder.resolve("sheet.pdf"),
                    pages.web
                            .call("GET", "/v/" + code.value() + "/badge.pdf", Map.of(), new byte[0])
                            .body());
            JsonNode signed = JSON.readTree(pages.issuing.signed(badge.id()).document());
            String issuer = signed.at("/issuer/id").asText();
            Map<String, String> documents = new TreeMap<>();
            published(
                    pages,
                    documents,
                    signed.at("/credentialStatus/statusListCredential").asText());
            published(
                    pages,
                    documents,
                    "http://localhost:8080/issuers/" + issuer.substring(issuer.lastIndexOf(':') + 1) + "/did.json");
            JSON.writeValue(folder.resolve("map.json").toFile(), documents);

            VerifierCommand.Ended command = VerifierCommand.run(
                    folder,
                    "verify",
                    List.of(
                            "--documents",
                            "map.json",
                            "--at",
                            pages.issuing.now().toString(),
                            "--json",
                            "sheet.pdf"));

            assertThat(command.out()).contains("\"headline\":\"AUTHENTIC\"");
            assertThat(command.code()).isZero();
        }
    }

    private void published(PublicPagesFixture pages, Map<String, String> documents, String address) throws Exception {
        String name = documents.size() + ".json";
        Files.write(
                folder.resolve(name),
                pages.issuing.published(URI.create(address)).orElseThrow().body());
        // an identifier of did:web is read over https, also on this machine
        for (String known : List.of(address, address.replaceFirst("^http:", "https:"))) {
            documents.put(known, name);
        }
    }
}
