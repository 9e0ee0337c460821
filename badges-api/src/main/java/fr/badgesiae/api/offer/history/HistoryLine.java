package fr.badgesiae.api.offer.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history of an offer.
 *
 * @param at when it was written
 * @param day when it was done, where a member said so; else null
 * @param who the name of the member, or null for nobody at the desk
 * @param how a reminder was given, or a slip; else null
 * @param ends the new end of a prolonged offer, or null
 */
public record HistoryLine(
        Instant at,
        @Nullable LocalDate day,
        What what,
        @Nullable String who,
        @Nullable StepWay how,
        @Nullable Instant ends) {
    /** The most lines of a history: the newest. */
    public static final int MOST = 100;

    /**
     * In SQL: the audit lines with one of {@code :codes} of the offer {@code o}, and its steps, which say more than their own
     * lines; {@code :most} of them, oldest first. A part of the statement that reads the offer: a statement less.
     */
    public static final String OF_OFFER = """
            (SELECT json_agg(newest ORDER BY newest.at) FROM (
                SELECT line.at, line.day, line.what, line.who, line.how, line.ends
                FROM (
                    SELECT e.created_at AS at, CAST(NULL AS date) AS day, e.code AS what, t.display_name AS who,
                           CAST(NULL AS text) AS how, CAST(NULL AS timestamptz) AS ends
                    FROM audit_event e
                    LEFT JOIN account t ON e.actor_kind = 'ACCOUNT' AND t.id = e.actor_id
                    WHERE e.subject_id = o.id AND e.organisation_id = o.organisation_id AND e.code = ANY (:codes)
                    UNION ALL
                    SELECT s.created_at, s.done_on, s.kind, t.display_name, s.how, s.ends_at
                    FROM offer_step s
                    LEFT JOIN account t ON t.id = s.done_by
                    WHERE s.offer_id = o.id AND s.organisation_id = o.organisation_id) line
                ORDER BY line.at DESC
                LIMIT :most) newest)
            """;

    private static final JsonMapper JSON = new JsonMapper();

    /** What a history shows: audit codes, then steps. */
    public enum What {
        OFFER_MADE,
        OFFER_CORRECTED,
        OFFER_REISSUED,
        OFFER_CANCELLED,
        OFFER_EXPIRED,
        OFFER_DISPUTED,
        OFFER_DECLINED,
        OFFER_ACCEPTED,
        SLIP_PRINTED,
        DEVICE_HANDED_OVER,
        PROLONGED,
        GIVEN_AGAIN,
        REMINDED
    }

    /** The audit codes of {@link #OF_OFFER}. */
    public static String[] codes() {
        return Arrays.stream(What.values()).map(Enum::name).toArray(String[]::new);
    }

    /** The lines of {@link #OF_OFFER}; null where there are none. */
    public static List<HistoryLine> read(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            List<HistoryLine> lines = new ArrayList<>();
            JSON.readTree(json).forEach(node -> lines.add(line(node)));
            return lines;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL writes JSON", e);
        }
    }

    private static HistoryLine line(JsonNode node) {
        return new HistoryLine(
                instant(node.path("at").asText()),
                optional(node, "day", LocalDate::parse),
                What.valueOf(node.path("what").asText()),
                optional(node, "who", Function.identity()),
                optional(node, "how", StepWay::valueOf),
                optional(node, "ends", HistoryLine::instant));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static <T> @Nullable T optional(JsonNode node, String field, Function<String, T> parse) {
        return node.path(field).isTextual() ? parse.apply(node.path(field).asText()) : null;
    }
}
