package fr.badgesiae.api.pathway;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.person.part.PersonPart;
import fr.badgesiae.api.platform.auth.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The pathways of a person, for their page. */
final class PathwaysOfPerson implements PersonPart {
    @Override
    public Kind kind() {
        return Kind.PATHWAYS;
    }

    @Override
    public Permission permission() {
        return Permission.WORKER_NAMES;
    }

    @Override
    public String sql() {
        return """
                SELECT json_agg(found) FROM (
                    SELECT p.starts_on, p.ends_on FROM pathway p
                    WHERE p.worker_id = w.id AND p.organisation_id = w.organisation_id
                    ORDER BY p.starts_on DESC, p.id
                    LIMIT 6) found
                """;
    }

    @Override
    public Line line(UUID person, JsonNode row, Instant now) {
        LocalDate start = LocalDate.parse(row.path("starts_on").asText());
        Optional<LocalDate> end =
                Optional.of(row.path("ends_on")).filter(day -> !day.isNull()).map(day -> LocalDate.parse(day.asText()));
        return new Line(
                all(person),
                context -> end.map(day -> context.t("pathway.list.between", context.date(start), context.date(day)))
                        .orElseGet(() -> context.t("pathway.list.since", context.date(start))),
                context -> "");
    }

    @Override
    public String all(UUID person) {
        return "/app/workers/" + person + "/pathways";
    }
}
