package fr.badgesiae.api.claim.personal;

import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;

/** Acceptances hold choices and a digest, no words: they stay, with their dates by month. */
public final class ClaimPersonalData {
    private static final String BY_MONTH =
            "created_at = date_trunc('month', created_at), withdrawn_at = date_trunc('month', withdrawn_at)";

    private ClaimPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("acceptance")
                // The space went first, while this file was held.
                .eraseFile("""
                        UPDATE acceptance a SET %s
                        WHERE a.organisation_id = :organisation
                          AND EXISTS (SELECT FROM credential c
                                      WHERE c.id = a.credential_id AND c.organisation_id = a.organisation_id
                                        AND c.worker_id = :person)
                          AND NOT EXISTS (SELECT FROM credential_document d WHERE d.credential_id = a.credential_id)
                        """.formatted(BY_MONTH))
                .eraseSpace("""
                        UPDATE acceptance a SET %s
                        WHERE a.holder_id = :holder
                          AND NOT EXISTS (SELECT FROM credential c JOIN held_files() h ON h.worker_id = c.worker_id
                                          WHERE c.id = a.credential_id)
                        """.formatted(BY_MONTH))
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
