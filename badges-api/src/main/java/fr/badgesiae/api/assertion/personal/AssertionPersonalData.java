package fr.badgesiae.api.assertion.personal;

import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;

/**
 * Public badges: they go with the space, and with the badge that they say again. A number without a person stays, so that their
 * addresses and copies are told from badges in force.
 */
public final class AssertionPersonalData {
    private AssertionPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("public_badge")
                .eraseSpace("DELETE FROM public_badge WHERE holder_id = :holder")
                .exportSpace("public_badges", """
                        SELECT c.achievement_name AS badge, p.created_at, 'public/' || p.id || '.json' AS file,
                               'public/' || p.id || '.jws' AS jwt
                        FROM public_badge p JOIN credential c ON c.id = p.credential_id
                        WHERE p.holder_id = :holder
                        ORDER BY p.created_at, p.id
                        """)
                .filesOfSpace("""
                        SELECT 'public/' || p.id || '.json' AS path, convert_to(p.hosted, 'UTF8') AS content
                        FROM public_badge p WHERE p.holder_id = :holder
                        """)
                .filesOfSpace("""
                        SELECT 'public/' || p.id || '.jws' AS path, convert_to(p.signed, 'UTF8') AS content
                        FROM public_badge p WHERE p.holder_id = :holder
                        """)
                .build();
    }
}
