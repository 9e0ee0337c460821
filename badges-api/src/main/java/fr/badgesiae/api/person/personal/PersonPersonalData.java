package fr.badgesiae.api.person.personal;

import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;
import java.util.List;

/** People: names go, the row stays under the awards that refer to it, with its dates by month. */
public final class PersonPersonalData {
    private PersonPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("worker", "group_member", "distinct_people")
                .eraseFile("DELETE FROM group_member WHERE worker_id = :person AND organisation_id = :organisation")
                .eraseFile("""
                        DELETE FROM distinct_people
                        WHERE :person IN (first_id, second_id) AND organisation_id = :organisation
                        """)
                .eraseFile("""
                        UPDATE worker
                        SET first_name = '–', last_name = '–', subject_id = gen_random_uuid(), holder_id = NULL,
                            notice_given_on = NULL, information_sheet_id = NULL,
                            contract_ended_on = date_trunc('month', contract_ended_on),
                            last_activity_on = date_trunc('month', last_activity_on),
                            erasure_held_on = NULL, erasure_announced_on = NULL, erased_at = :now,
                            created_at = date_trunc('month', created_at), updated_at = date_trunc('month', updated_at),
                            revision = revision + 1
                        WHERE id = :person AND organisation_id = :organisation AND erased_at IS NULL
                        """)
                // The rows are other organisations' too.
                .eraseSpace("SELECT forget_holder(:holder)")
                .exportFile("person", """
                        SELECT first_name, last_name, kind, created_at, notice_given_on, contract_ended_on, last_activity_on,
                               erasure_held_on
                        FROM worker WHERE id = :person AND organisation_id = :organisation
                        """)
                .exportFile("groups", """
                        SELECT g.kind, g.name, m.created_at
                        FROM group_member m
                        JOIN people_group g ON g.id = m.group_id AND g.organisation_id = m.organisation_id
                        WHERE m.worker_id = :person AND m.organisation_id = :organisation
                        ORDER BY m.created_at, g.id
                        """)
                .exportFile("sheet", """
                        SELECT s.content ->> 'language' AS language, section ->> 'title' AS title,
                               (SELECT string_agg(part, ' ') FROM jsonb_array_elements_text(section -> 'paragraphs') part)
                                   AS text
                        FROM worker w
                        JOIN information_sheet s ON s.id = w.information_sheet_id
                            AND s.organisation_id = w.organisation_id
                        CROSS JOIN LATERAL jsonb_array_elements(s.content -> 'sections') section
                        WHERE w.id = :person AND w.organisation_id = :organisation
                        """)
                .build();
    }

    /** A person is in one site at most: that of the file that stays. Who looks like whom, and was merged before, follows too. */
    public static List<MergedTable> merged() {
        return List.of(
                new MergedTable("group_member", "groups", List.of("""
                        UPDATE group_member m SET worker_id = :kept, updated_at = :now
                        WHERE m.worker_id = :person AND m.organisation_id = :organisation
                          AND NOT EXISTS (SELECT FROM group_member k
                                          WHERE k.worker_id = :kept
                                            AND (k.group_id = m.group_id OR (k.kind = 'SITE' AND m.kind = 'SITE')))
                        """, """
                        DELETE FROM group_member WHERE worker_id = :person AND organisation_id = :organisation
                        """)),
                new MergedTable("distinct_people", null, List.of("""
                        INSERT INTO distinct_people
                            (first_id, second_id, organisation_id, decided_by, created_at, updated_at)
                        SELECT least(CAST(:kept AS uuid), o.other), greatest(CAST(:kept AS uuid), o.other),
                               o.organisation_id, o.decided_by, o.created_at, :now
                        FROM (SELECT CASE WHEN d.first_id = :person THEN d.second_id ELSE d.first_id END AS other,
                                     d.organisation_id, d.decided_by, d.created_at
                              FROM distinct_people d
                              WHERE :person IN (d.first_id, d.second_id) AND d.organisation_id = :organisation) o
                        WHERE o.other <> :kept
                        ON CONFLICT (first_id, second_id) DO NOTHING
                        """, """
                        DELETE FROM distinct_people
                        WHERE :person IN (first_id, second_id) AND organisation_id = :organisation
                        """)),
                new MergedTable("worker", null, List.of("""
                        UPDATE worker SET merged_into = :kept
                        WHERE merged_into = :person AND organisation_id = :organisation
                        """)));
    }
}
