package fr.badgesiae.api.claim.personal;

import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;

/** Acceptances hold choices and a digest, no words: they stay, with their dates by month. */
public final class ClaimPersonalData {
    private ClaimPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("acceptance")
                .eraseSpace("""
                        UPDATE acceptance
                        SET created_at = date_trunc('month', created_at),
                            withdrawn_at = date_trunc('month', withdrawn_at)
                        WHERE holder_id = :holder
                        """)
                .exportFile("answers", """
                        SELECT c.achievement_name AS badge, a.how, a.name_choice, a.show_evidence, a.created_at,
                               a.withdrawn_at
                        FROM acceptance a
                        JOIN credential c ON c.id = a.credential_id AND c.organisation_id = a.organisation_id
                        WHERE c.worker_id = :person AND c.organisation_id = :organisation AND a.voided_at IS NULL
                        ORDER BY a.created_at, a.id
                        """)
                .exportSpace("answers", """
                        SELECT c.achievement_name AS badge, a.how, a.name_choice, a.show_evidence, a.created_at,
                               a.withdrawn_at
                        FROM acceptance a JOIN credential c ON c.id = a.credential_id
                        WHERE a.holder_id = :holder AND a.voided_at IS NULL
                        ORDER BY a.created_at, a.id
                        """)
                .build();
    }
}
