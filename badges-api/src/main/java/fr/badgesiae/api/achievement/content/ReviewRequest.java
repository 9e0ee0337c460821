package fr.badgesiae.api.achievement.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to publish, read in the row of its badge, so that a page costs no statement more.
 *
 * @param asker the name of who asked
 * @param digest of what was asked for, in hexadecimal digits
 * @param reader the name of who sent it back, or null while it waits
 */
public record ReviewRequest(
        UUID askedBy, String asker, String digest, @Nullable String reader, String note, Instant createdAt) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param stored a JSON object, or null without a request */
    public static @Nullable ReviewRequest read(@Nullable String stored) {
        if (stored == null) {
            return null;
        }
        try {
            JsonNode row = JSON.readTree(stored);
            return new ReviewRequest(
                    UUID.fromString(row.path("askedBy").asText()),
                    row.path("asker").asText(),
                    row.path("digest").asText(),
                    row.path("reader").isNull() ? null : row.path("reader").asText(),
                    row.path("note").asText(),
                    OffsetDateTime.parse(row.path("createdAt").asText()).toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request cannot be parsed", e);
        }
    }

    public ReviewState state() {
        return reader == null ? ReviewState.WAITING : ReviewState.SENT_BACK;
    }
}
