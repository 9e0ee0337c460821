package fr.badgesiae.api.request.personal;

import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;

/** Requests go with the desk file. The person finds their own in the copy of their space too. */
public final class RequestPersonalData {
    private RequestPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("badge_request")
                .eraseFile("DELETE FROM badge_request WHERE worker_id = :person AND organisation_id = :organisation")
                .exportFile("requests", """
                        SELECT a.name AS badge, r.words, m.display_name AS asked_by, r.state, r.question, r.answer,
                               r.reason, r.reply, r.created_at, r.closed_at
                        FROM badge_request r
                        LEFT JOIN achievement a ON a.id = r.achievement_id AND a.organisation_id = r.organisation_id
                        LEFT JOIN account m ON m.id = r.asked_by
                        WHERE r.worker_id = :person AND r.organisation_id = :organisation
                        ORDER BY r.created_at, r.id
                        """)
                .exportSpace("requests", """
                        SELECT r.organisation, r.badge, r.words, r.state, r.question, r.answer, r.reason, r.reply,
                               r.created_at, r.closed_at
                        FROM requests_of_holder() r
                        ORDER BY r.created_at, r.id
                        """)
                .build();
    }
}
