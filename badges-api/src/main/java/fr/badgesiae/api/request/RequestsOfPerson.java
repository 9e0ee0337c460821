package fr.badgesiae.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.person.part.PersonPart;
import fr.badgesiae.api.platform.auth.Permission;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;

/** What a person asked for, and what was asked for them: for their page. */
final class RequestsOfPerson implements PersonPart {
    @Override
    public Kind kind() {
        return Kind.REQUESTS;
    }

    @Override
    public Permission permission() {
        return Permission.AWARD;
    }

    @Override
    public String sql() {
        return """
                SELECT json_agg(found) FROM (
                    SELECT r.id, a.name AS badge, r.state, r.created_at
                    FROM badge_request r LEFT JOIN achievement a ON a.id = r.achievement_id
                        AND a.organisation_id = r.organisation_id
                    WHERE r.worker_id = w.id AND r.organisation_id = w.organisation_id
                    ORDER BY r.created_at DESC, r.id DESC
                    LIMIT 6) found
                """;
    }

    @Override
    public Line line(UUID person, JsonNode row, Instant now) {
        String badge = row.path("badge").isNull() ? "" : row.path("badge").asText();
        String state = row.path("state").asText().toLowerCase(Locale.ROOT);
        Instant created = OffsetDateTime.parse(row.path("created_at").asText()).toInstant();
        return new Line(
                "/app/requests/" + row.path("id").asText(),
                context -> badge.isEmpty() ? context.t("request.other") : badge,
                context -> context.t("request.line", context.t("request.state." + state), context.date(created)));
    }

    @Override
    public String all(UUID person) {
        return "/app/requests?state=all&worker=" + person;
    }
}
