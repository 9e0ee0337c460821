package fr.badgesiae.api.credential.personal;

import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;

/**
 * Awards and badges. The signed texts belong to the holder's space and go with it; the digest, the status-list index and
 * dates by month stay. A desk file takes the private note with it, and the desk no longer sees the badge.
 */
public final class CredentialPersonalData {
    private static final String WITHOUT_WORDS = """
            displayed_name = NULL, private_note = NULL,
            valid_from = date_trunc('month', valid_from), created_at = date_trunc('month', created_at),
            issued_at = date_trunc('month', issued_at), revoked_at = date_trunc('month', revoked_at)
            """;
    private static final String BY_MONTH =
            "awarded_on = date_trunc('month', awarded_on), created_at = date_trunc('month', created_at)";

    private CredentialPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("award", "credential", "credential_document", "erased_document")
                .eraseFile("""
                        UPDATE credential SET private_note = NULL, hidden_at = coalesce(hidden_at, :now)
                        WHERE worker_id = :person AND organisation_id = :organisation
                        """)
                // The space went first, while this file was held.
                .eraseFile("""
                        UPDATE credential c SET %s
                        WHERE c.worker_id = :person AND c.organisation_id = :organisation
                          AND NOT EXISTS (SELECT FROM credential_document d WHERE d.credential_id = c.id)
                        """.formatted(WITHOUT_WORDS))
                .eraseFile("""
                        UPDATE award a SET %s
                        WHERE a.worker_id = :person AND a.organisation_id = :organisation
                          AND NOT EXISTS (SELECT FROM credential c JOIN credential_document d ON d.credential_id = c.id
                                          WHERE c.award_id = a.id AND c.organisation_id = a.organisation_id)
                        """.formatted(BY_MONTH))
                .eraseSpace("""
                        INSERT INTO erased_document (credential_id, erasure_id, digest, created_at)
                        SELECT credential_id, :erasure, sha256(convert_to(document, 'UTF8')), :now
                        FROM credential_document WHERE holder_id = :holder AND document IS NOT NULL
                        ON CONFLICT (credential_id) DO NOTHING
                        """)
                .eraseSpace("DELETE FROM credential_document WHERE holder_id = :holder")
                .eraseSpace("UPDATE credential SET hidden_at = coalesce(hidden_at, :now) WHERE holder_id = :holder")
                // A file that a dispute needs keeps what it knew until it goes itself.
                .eraseSpace("""
                        UPDATE credential SET %s
                        WHERE holder_id = :holder AND worker_id NOT IN (SELECT h.worker_id FROM held_files() h)
                        """.formatted(WITHOUT_WORDS))
                .eraseSpace("""
                        UPDATE award SET %s
                        WHERE holder_id = :holder AND worker_id NOT IN (SELECT h.worker_id FROM held_files() h)
                        """.formatted(BY_MONTH))
                .exportFile("badges", """
                        SELECT c.achievement_name AS badge, a.awarded_on, c.displayed_name, c.valid_until, c.revoked_at,
                               c.public_reason, c.private_note
                        FROM credential c JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
                        WHERE c.worker_id = :person AND c.organisation_id = :organisation AND c.state <> 'VOIDED'
                        ORDER BY c.created_at, c.id
                        """)
                .filesOfFile("""
                        SELECT 'badges/' || c.id || '.json' AS path, convert_to(d.document, 'UTF8') AS content
                        FROM credential c JOIN credential_document d ON d.credential_id = c.id
                        WHERE c.worker_id = :person AND c.organisation_id = :organisation AND d.document IS NOT NULL
                        """)
                .exportSpace("badges", """
                        SELECT c.achievement_name AS badge, a.awarded_on, c.displayed_name, c.valid_until, c.revoked_at,
                               c.public_reason, 'badges/' || c.id || '.json' AS file
                        FROM credential c JOIN award a ON a.id = c.award_id
                        WHERE c.holder_id = :holder AND c.state <> 'VOIDED'
                        ORDER BY c.created_at, c.id
                        """)
                .filesOfSpace("""
                        SELECT 'badges/' || credential_id || '.json' AS path, convert_to(document, 'UTF8') AS content
                        FROM credential_document WHERE holder_id = :holder AND document IS NOT NULL
                        """)
                .filesOfSpace("""
                        SELECT 'badges/' || credential_id || '.jwt' AS path, convert_to(jwt, 'UTF8') AS content
                        FROM credential_document WHERE holder_id = :holder AND jwt IS NOT NULL
                        """)
                .filesOfSpace("""
                        SELECT 'images/' || c.id || CASE i.image_type WHEN 'image/png' THEN '.png' ELSE '.svg' END AS path,
                               i.image AS content
                        FROM credential c
                        CROSS JOIN LATERAL (
                            SELECT regexp_match(c.image_url, '/achievements/([0-9a-f-]{36})/([0-9]+)/') AS place) version
                        CROSS JOIN LATERAL published_achievement_image(
                            CAST(version.place[1] AS uuid), CAST(version.place[2] AS integer)) i
                        WHERE c.holder_id = :holder AND c.state <> 'VOIDED' AND version.place IS NOT NULL
                        """)
                .build();
    }
}
