package fr.badgesiae.verifier.cli;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.verifier.TrustRegistry;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A registry from a file: an object from issuer id to registeredName, siret, network, since and suspendedSince. */
final class TrustFile {
    private TrustFile() {}

    static TrustRegistry read(Path file) throws InputException {
        try {
            Map<String, TrustRegistry.Entry> entries = new HashMap<>();
            for (Map.Entry<String, JsonNode> entry :
                    JsonReader.object(Files.readAllBytes(file)).properties()) {
                entries.put(entry.getKey(), entry(entry.getValue()));
            }
            return id -> Optional.ofNullable(entries.get(id));
        } catch (IOException | UnreadableException | DateTimeException e) {
            throw new InputException("cannot read the registry " + file);
        }
    }

    private static TrustRegistry.Entry entry(JsonNode node) {
        return new TrustRegistry.Entry(
                node.path("registeredName").asText(""),
                node.path("siret").textValue(),
                node.path("network").textValue(),
                date(node.path("since")),
                date(node.path("suspendedSince")));
    }

    private static LocalDate date(JsonNode node) {
        return node.isTextual() ? LocalDate.parse(node.textValue()) : null;
    }
}
