package fr.badgesiae.api.observation.client;

import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;

/** A code for clients goes with the desk file; what they said is among its observations. */
public final class ClientPersonalData {
    private ClientPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("client_code")
                .eraseFile("DELETE FROM client_code WHERE worker_id = :person AND organisation_id = :organisation")
                .exportFile("client_codes", """
                        SELECT a.name AS badge, array_to_string(c.tasks, ' · ') AS tasks, c.ends_on, c.answers, c.created_at
                        FROM client_code c
                        JOIN achievement a ON a.id = c.achievement_id AND a.organisation_id = c.organisation_id
                        WHERE c.worker_id = :person AND c.organisation_id = :organisation
                        ORDER BY c.created_at, c.id
                        """)
                .build();
    }
}
