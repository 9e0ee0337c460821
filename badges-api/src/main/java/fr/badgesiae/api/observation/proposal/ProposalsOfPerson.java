package fr.badgesiae.api.observation.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.person.part.PersonPart;
import fr.badgesiae.api.platform.auth.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The badges that what was seen makes likely, for the page of a person. */
public final class ProposalsOfPerson implements PersonPart {
    private static final String SQL =
            "SELECT json_agg(found) FROM (SELECT met.achievement_id AS id, met.name, met.seen,"
                    + " met.members, met.first, met.last FROM ("
                    + ProposalRule.met("w.organisation_id", "AND o.worker_id = w.id")
                    + ") met ORDER BY met.last DESC, met.achievement_id LIMIT 6) found";

    @Override
    public Kind kind() {
        return Kind.PROPOSALS;
    }

    @Override
    public Permission permission() {
        return Permission.AWARD;
    }

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public Line line(UUID person, JsonNode row, Instant now) {
        String name = row.path("name").asText();
        LocalDate first = LocalDate.parse(row.path("first").asText());
        LocalDate last = LocalDate.parse(row.path("last").asText());
        return new Line(
                "/app/offers/new?worker=" + person + "&badge=" + row.path("id").asText() + "&seen=yes",
                context -> name,
                context -> context.t(
                        "observation.part.figures",
                        row.path("seen").asLong(),
                        row.path("members").asLong(),
                        context.date(first),
                        context.date(last)));
    }

    @Override
    public String all(UUID person) {
        return "/app/observations/proposals";
    }
}
