package fr.badgesiae.api.credential.personal;

import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalTables;

/**
 * Awards and badges. The signed texts belong to the holder's space and go with it; the digest, the status-list index and
 * dates by month stay. A desk file takes the private note with it, and the desk no longer sees the badge.
 */
public final class CredentialPersonalData {
    private static final String WITHOUT_WORDS = """
            displayed_name = NULL, wallet_key = NULL, private_note = NULL, pause_note = NULL,
            valid_from = date_trunc('month', valid_from), created_at = date_trunc('month', created_at),
            issued_at = date_trunc('month', issued_at), revoked_at = date_trunc('month', revoked_at),
            withdrawn_at = date_trunc('month', withdrawn_at), paused_at = date_trunc('month', paused_at),
            pause_ended_at = date_trunc('month', pause_ended_at)
            """;
    private static final String BY_MONTH =
            "awarded_on = date_trunc('month', awarded_on), created_at = date_trunc('month', created_at)";

    /** As accepted: the desk does not see the editions that the holder asked for later. */
    private static final String OF_FILE =
            "c.worker_id = :person AND c.organisation_id = :organisation AND c.edition = 1";

    private static final String OF_SPACE = "c.holder_id = :holder";

    /** The published picture of the badge's version. */
    private static final String IMAGE = """
            LEFT JOIN LATERAL (
                SELECT 'images/' || c.id || CASE i.image_type WHEN 'image/png' THEN '.png' ELSE '.svg' END AS path, i.image
                FROM (SELECT regexp_match(c.image_url, '/achievements/([0-9a-f-]{36})/([0-9]+)/') AS place) version
                CROSS JOIN LATERAL published_achievement_image(
                    CAST(version.place[1] AS uuid), CAST(version.place[2] AS integer)) i
                WHERE version.place IS NOT NULL) image ON true
            """;

    /** The words are those of the signed text. */
    private static final String BADGES = """
            SELECT c.achievement_name AS badge, signed.text #>> '{issuer,name}' AS issuer, a.awarded_on, c.displayed_name,
                   signed.text #>> '{credentialSubject,achievement,description}' AS description,
                   signed.text #>> '{credentialSubject,achievement,criteria,narrative}' AS criteria,
                   signed.text #>> '{credentialSubject,narrative}' AS narrative,
                   (SELECT string_agg(part ->> 'narrative', ' ')
                    FROM jsonb_array_elements(CASE jsonb_typeof(signed.text -> 'evidence') WHEN 'array'
                                              THEN signed.text -> 'evidence' ELSE '[]' END) part) AS evidence,
                   c.valid_until, c.revoked_at, c.public_reason, c.paused_at, c.pause_ended_at, %s
                   image.path AS image, CASE WHEN d.document IS NOT NULL THEN 'badges/' || c.id || '.json' END AS file,
                   CASE WHEN d.jwt IS NOT NULL THEN 'badges/' || c.id || '.jwt' END AS jwt
            FROM credential c
            JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
            LEFT JOIN credential_document d ON d.credential_id = c.id
            CROSS JOIN LATERAL (SELECT CAST(d.document AS jsonb) AS text) signed
            """ + IMAGE + """
            WHERE %s AND c.state <> 'VOIDED'
            ORDER BY c.created_at, c.id
            """;

    private static final String SIGNED = """
            SELECT 'badges/' || c.id || '.json' AS path, convert_to(d.document, 'UTF8') AS content
            FROM credential c JOIN credential_document d ON d.credential_id = c.id
            WHERE %s AND d.document IS NOT NULL
            """;
    private static final String TOKENS = """
            SELECT 'badges/' || c.id || '.jwt' AS path, convert_to(d.jwt, 'UTF8') AS content
            FROM credential c JOIN credential_document d ON d.credential_id = c.id
            WHERE %s AND d.jwt IS NOT NULL
            """;
    private static final String IMAGES = "SELECT image.path, image.image AS content FROM credential c " + IMAGE
            + " WHERE %s AND c.state <> 'VOIDED' AND image.path IS NOT NULL";

    private CredentialPersonalData() {}

    public static PersonalData tables() {
        return PersonalTables.of("award", "credential", "credential_document", "erased_document")
                .eraseFile("""
                        UPDATE credential SET private_note = NULL, pause_note = NULL, hidden_at = coalesce(hidden_at, :now)
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
                .eraseSpace("""
                        UPDATE credential SET hidden_at = coalesce(hidden_at, :now), wallet_key = NULL
                        WHERE holder_id = :holder
                        """)
                // A file that a dispute needs keeps what it knew until it goes itself.
                .eraseSpace("""
                        UPDATE credential SET %s
                        WHERE holder_id = :holder AND worker_id NOT IN (SELECT h.worker_id FROM held_files() h)
                        """.formatted(WITHOUT_WORDS))
                .eraseSpace("""
                        UPDATE award SET %s
                        WHERE holder_id = :holder AND worker_id NOT IN (SELECT h.worker_id FROM held_files() h)
                        """.formatted(BY_MONTH))
                .exportFile("badges", BADGES.formatted("c.private_note, c.pause_note,", OF_FILE))
                .filesOfFile(SIGNED.formatted(OF_FILE))
                .filesOfFile(TOKENS.formatted(OF_FILE))
                .filesOfFile(IMAGES.formatted(OF_FILE))
                .exportSpace("badges", BADGES.formatted("c.wallet, c.wallet_key,", OF_SPACE))
                .filesOfSpace(SIGNED.formatted(OF_SPACE))
                .filesOfSpace(TOKENS.formatted(OF_SPACE))
                .filesOfSpace(IMAGES.formatted(OF_SPACE))
                .build();
    }
}
