package fr.badgesiae.api.privacy.pack;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.Retention;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * What there is in a desk file.
 *
 * @param sheetOn the day on which the information sheet was given, or null
 * @param held whether erasure is held
 * @param sections how many rows the copy has, by section
 */
record FileContents(
        String name, @Nullable LocalDate sheetOn, LocalDate erasedOn, boolean held, Map<String, Long> sections) {
    private static final String SQL = """
            SELECT w.first_name || ' ' || w.last_name AS name, w.notice_given_on, f.counts_from_on, f.erasure_announced_on,
                   f.erasure_held_on, c.section, c.lines
            FROM worker w
            JOIN desk_file f ON f.worker_id = w.id AND f.organisation_id = w.organisation_id
            CROSS JOIN (%s) c
            WHERE w.id = :person AND w.organisation_id = :organisation AND w.erased_at IS NULL
            """;

    private record Row(
            String name, @Nullable LocalDate sheetOn, LocalDate erasedOn, boolean held, String section, long lines) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("name"),
                    row.getObject("notice_given_on", LocalDate.class),
                    Retention.erasedOn(
                            row.getObject("counts_from_on", LocalDate.class),
                            row.getObject("erasure_announced_on", LocalDate.class)),
                    row.getObject("erasure_held_on", LocalDate.class) != null,
                    row.getString("section"),
                    row.getLong("lines"));
        }
    }

    /** One statement, in a transaction of the organisation; empty for a person of another one. */
    static Optional<FileContents> find(
            Handle handle, List<PersonalData> parts, OrganisationId organisation, UUID person) {
        String counts = parts.stream()
                .flatMap(part -> part.sectionsOfFile().entrySet().stream())
                .map(section -> "SELECT '%s' AS section, count(*) AS lines FROM (%s) s"
                        .formatted(section.getKey(), section.getValue()))
                .collect(Collectors.joining(" UNION ALL "));
        List<Row> rows = handle.createQuery(SQL.formatted(counts))
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bind("organisation", organisation.value())
                .bind("person", person)
                .map((row, context) -> Row.of(row))
                .list();
        Map<String, Long> sections = new LinkedHashMap<>();
        rows.forEach(row -> sections.merge(row.section(), row.lines(), Long::sum));
        return rows.stream()
                .findFirst()
                .map(row -> new FileContents(row.name(), row.sheetOn(), row.erasedOn(), row.held(), sections));
    }
}
