package fr.badgesiae.api.person.group;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.person.content.GroupKind;
import fr.badgesiae.api.person.part.PersonPart;
import fr.badgesiae.api.platform.auth.Permission;
import java.time.Instant;
import java.util.UUID;

/** The groups of a person that are not archived, for their page. */
final class GroupsOfPerson implements PersonPart {
    @Override
    public Kind kind() {
        return Kind.GROUPS;
    }

    @Override
    public Permission permission() {
        return Permission.WORKER_NAMES;
    }

    @Override
    public String sql() {
        return """
                SELECT json_agg(found) FROM (
                    SELECT g.id, g.kind, g.name FROM group_member m
                    JOIN people_group g ON g.id = m.group_id AND g.organisation_id = m.organisation_id
                    WHERE m.worker_id = w.id AND m.organisation_id = w.organisation_id AND g.archived_at IS NULL
                    ORDER BY array_position(ARRAY['SITE', 'TEAM', 'GROUP'], g.kind), g.name COLLATE "fr-x-icu", g.id
                    LIMIT 6) found
                """;
    }

    @Override
    public Line line(UUID person, JsonNode row, Instant now) {
        GroupKind kind = GroupKind.valueOf(row.path("kind").asText());
        String name = row.path("name").asText();
        return new Line("/app/groups/" + row.path("id").asText(), context -> name, context -> context.t(kind.key()));
    }

    @Override
    public String all(UUID person) {
        return "/app/groups";
    }
}
