package fr.badgesiae.api.platform.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.platform.Vault;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;

/** Seals address and words of a message for storage. The seal is bound to one row. */
final class SealMessage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vault vault;

    SealMessage(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(UUID id, OutgoingMessage message) {
        try {
            byte[] plain = JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("to", message.to())
                    .put("language", message.language().getLanguage())
                    .put("subject", message.subject())
                    .put("text", message.text()));
            return vault.seal(plain, context(id));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    OutgoingMessage open(UUID id, MessageKind kind, byte[] sealed) {
        try {
            JsonNode plain = JSON.readTree(vault.open(sealed, context(id)));
            return new OutgoingMessage(
                    kind,
                    plain.path("to").asText(),
                    Locale.forLanguageTag(plain.path("language").asText()),
                    plain.path("subject").asText(),
                    plain.path("text").asText());
        } catch (IOException e) {
            throw new IllegalStateException("a message is not JSON");
        }
    }

    private static String context(UUID id) {
        return "outbox.content|" + id;
    }
}
