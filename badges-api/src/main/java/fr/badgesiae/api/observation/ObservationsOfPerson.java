package fr.badgesiae.api.observation;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.person.part.PersonPart;
import fr.badgesiae.api.platform.auth.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What was seen of a person, badge by badge, for their page: plain figures, no mark. */
final class ObservationsOfPerson implements PersonPart {
    @Override
    public Kind kind() {
        return Kind.OBSERVATIONS;
    }

    @Override
    public Permission permission() {
        return Permission.PROPOSE;
    }

    @Override
    public String sql() {
        return """
                SELECT json_agg(found) FROM (
                    SELECT a.id, a.name, count(*) FILTER (WHERE o.objection IS NULL) AS seen,
                           count(DISTINCT coalesce(o.client_code_id, o.seen_by)) FILTER (WHERE o.objection IS NULL) AS members,
                           count(*) FILTER (WHERE o.objection IS NOT NULL) AS objected,
                           min(o.seen_on) AS first, max(o.seen_on) AS last
                    FROM observation o
                    JOIN achievement a ON a.id = o.achievement_id AND a.organisation_id = o.organisation_id
                    WHERE o.worker_id = w.id AND o.organisation_id = w.organisation_id
                    GROUP BY a.id, a.name
                    ORDER BY max(o.seen_on) DESC, a.id
                    LIMIT 6) found
                """;
    }

    @Override
    public Line line(UUID person, JsonNode row, Instant now) {
        String name = row.path("name").asText();
        LocalDate first = LocalDate.parse(row.path("first").asText());
        LocalDate last = LocalDate.parse(row.path("last").asText());
        long objected = row.path("objected").asLong();
        return new Line(
                all(person) + "&badge=" + row.path("id").asText(),
                context -> name,
                context -> context.t(
                                first.equals(last) ? "observation.part.figures-day" : "observation.part.figures",
                                row.path("seen").asLong(),
                                row.path("members").asLong(),
                                context.date(first),
                                context.date(last))
                        + (objected == 0 ? "" : " · " + context.t("observation.part.objected", objected)));
    }

    @Override
    public String all(UUID person) {
        return "/app/observations?worker=" + person;
    }
}
