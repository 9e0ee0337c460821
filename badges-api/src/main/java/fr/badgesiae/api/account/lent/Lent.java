package fr.badgesiae.api.account.lent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.platform.auth.Rights.Right;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A delegation that runs or will, read in the row of its member, so that the list costs no statement more. */
public record Lent(Set<Right> rights, LocalDate startsOn, LocalDate endsOn, String lender) {
    /** SQL: those of the row {@code m} of membership, by their end; a JSON array, or null. */
    public static final String OF_MEMBER = """
            (SELECT CAST(json_agg(json_build_object('rights', d.rights, 'startsOn', d.starts_on, 'endsOn', d.ends_on,
                                                    'lender', lender.display_name) ORDER BY d.ends_on, d.id) AS text)
             FROM delegation d JOIN account lender ON lender.id = d.delegated_by
             WHERE d.account_id = m.account_id AND d.organisation_id = m.organisation_id AND d.ended_at IS NULL
               AND d.ends_on >= :today)
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param stored a JSON array, or null without any */
    public static List<Lent> read(@Nullable String stored) {
        if (stored == null) {
            return List.of();
        }
        try {
            List<Lent> all = new ArrayList<>();
            for (JsonNode row : JSON.readTree(stored)) {
                Set<Right> rights = EnumSet.noneOf(Right.class);
                row.path("rights").forEach(right -> rights.add(Right.valueOf(right.asText())));
                all.add(new Lent(
                        rights,
                        LocalDate.parse(row.path("startsOn").asText()),
                        LocalDate.parse(row.path("endsOn").asText()),
                        row.path("lender").asText()));
            }
            return List.copyOf(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("delegations cannot be parsed", e);
        }
    }
}
