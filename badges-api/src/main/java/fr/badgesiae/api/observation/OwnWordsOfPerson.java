package fr.badgesiae.api.observation;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.person.part.PersonPart;
import fr.badgesiae.api.platform.auth.Permission;
import java.time.Instant;
import java.util.UUID;

/** What a person says they can do, for their page: a text without a page of its own at the desk. */
final class OwnWordsOfPerson implements PersonPart {
    @Override
    public Kind kind() {
        return Kind.OWN_WORDS;
    }

    @Override
    public Permission permission() {
        return Permission.WORKER_NAMES;
    }

    @Override
    public String sql() {
        return """
                SELECT json_agg(found) FROM (
                    SELECT said.words FROM own_words_of_worker(w.id) AS said (words) WHERE said.words IS NOT NULL) found
                """;
    }

    @Override
    public Line line(UUID person, JsonNode row, Instant now) {
        String words = row.path("words").asText();
        return new Line("", context -> words, context -> "");
    }

    @Override
    public String all(UUID person) {
        return "";
    }
}
