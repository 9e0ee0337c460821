package fr.badgesiae.api.bulk.personal;

import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;
import java.util.List;

/** Runs and ceremonies: the row of the person goes with its words, and so does what was searched meanwhile, which may be their name. */
public final class RunPersonalData {
    private RunPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("award_run_person", "ceremony_offer")
                .eraseFile("""
                        UPDATE award_run SET search = ''
                        WHERE organisation_id = :organisation AND state = 'DRAFT' AND search <> ''
                        """)
                .eraseFile("""
                        DELETE FROM award_run_person WHERE worker_id = :person AND organisation_id = :organisation
                        """)
                .eraseFile("""
                        DELETE FROM ceremony_offer g USING offer o
                        WHERE o.id = g.offer_id AND o.worker_id = :person AND g.organisation_id = :organisation
                        """)
                .exportFile("ceremonies", """
                        SELECT c.held_on, c.place, v.content ->> 'name' AS badge, g.present
                        FROM ceremony_offer g
                        JOIN ceremony c ON c.id = g.ceremony_id AND c.organisation_id = g.organisation_id
                        JOIN offer o ON o.id = g.offer_id AND o.organisation_id = g.organisation_id
                        JOIN achievement_version v ON v.id = o.achievement_version_id
                            AND v.organisation_id = o.organisation_id
                        WHERE o.worker_id = :person AND g.organisation_id = :organisation
                        ORDER BY c.held_on, g.offer_id
                        """)
                .exportFile("runs", """
                        SELECT v.content ->> 'name' AS badge, r.narrative, r.evidence, p.line, p.state, p.created_at
                        FROM award_run_person p
                        JOIN award_run r ON r.id = p.run_id AND r.organisation_id = p.organisation_id
                        JOIN achievement_version v ON v.id = r.achievement_version_id
                            AND v.organisation_id = r.organisation_id
                        WHERE p.worker_id = :person AND p.organisation_id = :organisation AND p.state <> 'OFFERED'
                        ORDER BY p.created_at, p.run_id
                        """)
                .build();
    }

    /** Whoever was chosen twice for a run stays once; both offers stay. */
    public static MergedTable merged() {
        return new MergedTable("award_run_person", null, List.of("""
                UPDATE award_run_person p SET worker_id = :kept
                WHERE p.worker_id = :person AND p.organisation_id = :organisation
                  AND NOT EXISTS (SELECT FROM award_run_person k WHERE k.run_id = p.run_id AND k.worker_id = :kept)
                """, """
                DELETE FROM award_run_person WHERE worker_id = :person AND organisation_id = :organisation
                """));
    }
}
