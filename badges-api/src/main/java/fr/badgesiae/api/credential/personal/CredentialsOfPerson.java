package fr.badgesiae.api.credential.personal;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.person.part.PersonPart;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.PageContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** The badges that were awarded to a person, for their page: those of the list of badges. */
public final class CredentialsOfPerson implements PersonPart {
    /** In the search of the desk: the newest badges of the first people of a name, and of each badge of that name. */
    public static final String SEARCH = """
            SELECT json_agg(found) FROM (
                SELECT c.id, w.first_name || ' ' || w.last_name || ' – ' || c.achievement_name AS name
                FROM credential c
                JOIN worker w ON w.id = c.worker_id AND w.organisation_id = c.organisation_id
                WHERE c.organisation_id = :organisation AND c.id = ANY (ARRAY(
                    SELECT n.id
                    FROM page_of_workers(:words, '', '', '00000000-0000-0000-0000-000000000000', 50) page
                    CROSS JOIN LATERAL (
                        SELECT b.id FROM credential b
                        WHERE b.worker_id = page.worker_id AND b.organisation_id = :organisation
                          AND b.state IN ('ISSUED', 'REVOKED') AND b.hidden_at IS NULL AND b.edition = 1
                        ORDER BY b.created_at DESC LIMIT :most) n
                    UNION ALL
                    SELECT n.id
                    FROM (SELECT DISTINCT v.content ->> 'name' AS name FROM achievement_version v
                          WHERE v.organisation_id = :organisation
                            AND strpos(folded(v.content ->> 'name'), folded(:words)) > 0) named
                    CROSS JOIN LATERAL (
                        SELECT b.id FROM credential b
                        WHERE b.achievement_name = named.name AND b.organisation_id = :organisation
                          AND b.state IN ('ISSUED', 'REVOKED') AND b.hidden_at IS NULL AND b.edition = 1
                        ORDER BY b.issued_at DESC, b.id DESC LIMIT :most) n))
                ORDER BY c.issued_at DESC, c.id DESC
                LIMIT :most) found
            """;

    @Override
    public Kind kind() {
        return Kind.BADGES;
    }

    @Override
    public Permission permission() {
        return Permission.WORKER_NAMES;
    }

    @Override
    public String sql() {
        return """
                SELECT json_agg(found) FROM (
                    SELECT c.id, c.achievement_name, c.issued_at, c.revoked_at, c.valid_until,
                           CASE WHEN is_pause(c.public_reason) THEN 'paused'
                                WHEN c.public_reason = 'RENEWED' THEN 'renewed' ELSE 'revoked' END AS over
                    FROM credential c
                    WHERE c.worker_id = w.id AND c.organisation_id = w.organisation_id
                      AND c.state IN ('ISSUED', 'REVOKED') AND c.hidden_at IS NULL AND c.edition = 1
                    ORDER BY c.issued_at DESC, c.id DESC
                    LIMIT 6) found
                """;
    }

    @Override
    public Line line(UUID person, JsonNode row, Instant now) {
        String name = row.path("achievement_name").asText();
        Instant issued = at(row, "issued_at").orElseThrow();
        Optional<Instant> revoked = at(row, "revoked_at");
        Optional<Instant> expired = at(row, "valid_until").filter(end -> !end.isAfter(now));
        return new Line("/app/credentials/" + row.path("id").asText(), context -> name, context -> {
            String awarded = context.t("credential.person.awarded", context.date(issued));
            return awarded + " "
                    + state(context, "credential.person." + row.path("over").asText(), revoked, expired);
        });
    }

    private static String state(
            PageContext context, String over, Optional<Instant> revoked, Optional<Instant> expired) {
        return revoked.map(day -> context.t(over, context.date(day)))
                .or(() -> expired.map(day -> context.t("credential.person.expired", context.date(day))))
                .orElseGet(() -> context.t("credential.person.valid"));
    }

    private static Optional<Instant> at(JsonNode row, String field) {
        return Optional.of(row.path(field))
                .filter(value -> !value.isNull())
                .map(value -> OffsetDateTime.parse(value.asText()).toInstant());
    }

    @Override
    public String all(UUID person) {
        return "/app/credentials?worker=" + person;
    }
}
