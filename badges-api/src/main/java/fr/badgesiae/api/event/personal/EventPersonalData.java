package fr.badgesiae.api.event.personal;

import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;

/** An entry goes with the file that it was put to. A name that was typed and not handled belongs to no file, and lasts 30 days. */
public final class EventPersonalData {
    private EventPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("event_entry")
                .eraseFile("DELETE FROM event_entry WHERE worker_id = :person AND organisation_id = :organisation")
                .exportFile("events", """
                        SELECT e.name, e.place, e.held_on, a.name AS badge, n.state, n.reason, n.created_at
                        FROM event_entry n
                        JOIN badge_event e ON e.id = n.event_id AND e.organisation_id = n.organisation_id
                        JOIN achievement a ON a.id = e.achievement_id AND a.organisation_id = e.organisation_id
                        WHERE n.worker_id = :person AND n.organisation_id = :organisation
                        ORDER BY n.created_at, n.id
                        """)
                .build();
    }
}
