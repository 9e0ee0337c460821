package fr.badgesiae.api.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.person.part.PersonHistory;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The latest lines about one worker, for their page at the desk. */
final class ReadHistory implements PersonHistory {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String[] codes(Principal reader) {
        return Act.aboutOne(reader.may(Permission.ORGANISATION));
    }

    @Override
    public List<Line> read(OrganisationId organisation, String lines) {
        try {
            List<Line> read = new ArrayList<>();
            for (JsonNode line : JSON.readTree(lines)) {
                read.add(JournalLine.of(row(line), organisation, false, false));
            }
            return read;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database answered no JSON", impossible);
        }
    }

    private static JournalDao.LineRow row(JsonNode line) {
        return new JournalDao.LineRow(
                line.get("id").asLong(),
                OffsetDateTime.parse(line.get("created_at").asText()).toInstant(),
                line.get("code").asText(),
                Actor.Kind.valueOf(line.get("actor_kind").asText()),
                text(line, "actor_name"),
                text(line, "network_name"),
                id(line, "subject_id"),
                text(line, "subject_kind"),
                id(line, "worker_id"),
                text(line, "worker_name"),
                text(line, "thing"));
    }

    private static @Nullable String text(JsonNode line, String name) {
        return line.hasNonNull(name) ? line.get(name).asText() : null;
    }

    private static @Nullable UUID id(JsonNode line, String name) {
        return line.hasNonNull(name) ? UUID.fromString(line.get(name).asText()) : null;
    }
}
