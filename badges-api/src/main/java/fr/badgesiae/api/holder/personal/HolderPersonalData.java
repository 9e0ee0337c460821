package fr.badgesiae.api.holder.personal;

import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;

/** The space itself: ways in, phones, visits and sessions go; a bare id stays under the awards that refer to it. */
public final class HolderPersonalData {
    private HolderPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of(
                        "holder",
                        "holder_access",
                        "holder_visit",
                        "session",
                        "passkey",
                        "passkey_owner",
                        "passkey_challenge")
                .eraseSpace("DELETE FROM session WHERE holder_id = :holder")
                .eraseSpace("DELETE FROM passkey WHERE holder_id = :holder")
                .eraseSpace("DELETE FROM passkey_challenge WHERE holder_id = :holder")
                .eraseSpace("DELETE FROM passkey_owner WHERE holder_id = :holder")
                .eraseSpace("DELETE FROM holder_access WHERE holder_id = :holder")
                .eraseSpace("DELETE FROM holder_visit WHERE holder_id = :holder")
                .eraseSpace("""
                        UPDATE holder
                        SET created_at = date_trunc('month', created_at), last_opened_at = NULL,
                            closing_announced_on = NULL, erased_at = coalesce(erased_at, :now)
                        WHERE id = :holder
                        """)
                .exportSpace("space", "SELECT created_at, last_opened_at FROM holder WHERE id = :holder")
                .exportSpace("cards", """
                        SELECT kind, state, created_at FROM holder_access
                        WHERE holder_id = :holder ORDER BY created_at, id
                        """)
                .exportSpace("visits", """
                        SELECT created_at, how, phone_name FROM holder_visit WHERE holder_id = :holder ORDER BY created_at, id
                        """)
                .exportSpace("phones", """
                        SELECT name, created_at, last_used_at, went_back_at, backup_eligible, backed_up
                        FROM passkey WHERE holder_id = :holder ORDER BY created_at, id
                        """)
                .build();
    }
}
