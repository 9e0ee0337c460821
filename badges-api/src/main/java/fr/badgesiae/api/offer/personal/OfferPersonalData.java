package fr.badgesiae.api.offer.personal;

import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;

/** Offers: words and secrets go, what was done while it waited goes too, an open offer is cancelled; the row stays under its award, with its dates by month. */
public final class OfferPersonalData {
    private OfferPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("offer", "offer_step")
                .eraseFile("""
                        DELETE FROM offer_step s USING offer o
                        WHERE o.id = s.offer_id AND o.worker_id = :person AND s.organisation_id = :organisation
                        """)
                .eraseFile("""
                        DELETE FROM session WHERE organisation_id = :organisation AND kind = 'CLAIM'
                          AND offer_id IN (SELECT id FROM offer WHERE worker_id = :person)
                        """)
                .eraseFile("""
                        UPDATE offer
                        SET narrative = '–', evidence = '', dispute = NULL, failed_pins = 0,
                            state = CASE WHEN state IN ('DRAFT', 'OFFERED', 'DISPUTED') THEN 'CANCELLED' ELSE state END,
                            pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL,
                            code_lookup = sha256(uuid_send(gen_random_uuid())),
                            created_at = date_trunc('month', created_at), offered_at = date_trunc('month', offered_at),
                            updated_at = date_trunc('month', updated_at),
                            ends_at = date_trunc('month', offered_at) + interval '12 months'
                        WHERE worker_id = :person AND organisation_id = :organisation
                        """)
                .exportFile("offers", """
                        SELECT v.content ->> 'name' AS badge, o.narrative, o.evidence, o.state, o.dispute,
                               o.created_at AS offered_at, nullif(o.offered_at, o.created_at) AS offered_again_at, o.ends_at, a.display_name AS offered_by, o.prints
                        FROM offer o
                        JOIN achievement_version v ON v.id = o.achievement_version_id
                            AND v.organisation_id = o.organisation_id
                        LEFT JOIN account a ON a.id = o.offered_by
                        WHERE o.worker_id = :person AND o.organisation_id = :organisation
                        ORDER BY o.created_at, o.id
                        """)
                .exportFile("offer_steps", """
                        SELECT v.content ->> 'name' AS badge, s.kind, s.how, s.done_on, s.ends_at
                        FROM offer_step s
                        JOIN offer o ON o.id = s.offer_id AND o.organisation_id = s.organisation_id
                        JOIN achievement_version v ON v.id = o.achievement_version_id
                            AND v.organisation_id = o.organisation_id
                        WHERE o.worker_id = :person AND s.organisation_id = :organisation
                        ORDER BY s.created_at, s.id
                        """)
                .build();
    }
}
