package fr.badgesiae.api.credential.successor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of credentials that take the place of others; every statement runs for one organisation. */
@RegisterConstructorMapper(SuccessorDao.SupersededRow.class)
@RegisterConstructorMapper(SupersedeCredential.Superseded.class)
public interface SuccessorDao {
    /** What was superseded: its place in a status list, the number of its edition, whether it was paused, or had another text. */
    record SupersededRow(UUID list, int index, UUID awardId, int edition, boolean paused, boolean newText) {}

    @SqlQuery(
            "SELECT lock_spaces_of_file(a.worker_id) FROM award a WHERE a.id = :award AND a.organisation_id = :organisation")
    List<Long> lockSpaces(UUID award, UUID organisation);

    @SqlQuery("""
            SELECT true FROM worker w
            WHERE w.organisation_id = :organisation AND w.id = (
                SELECT a.worker_id FROM award a WHERE a.id = :award AND a.organisation_id = :organisation)
            FOR KEY SHARE
            """)
    List<Boolean> lockFile(UUID award, UUID organisation);

    /** The badge as it was accepted, in whichever state. */
    @SqlQuery("""
            SELECT true FROM credential
            WHERE award_id = :award AND organisation_id = :organisation AND edition = 1 AND state <> 'VOIDED'
            FOR UPDATE
            """)
    List<Boolean> lockBadge(UUID award, UUID organisation);

    @SqlQuery("""
            UPDATE credential
            SET state = 'REVOKED',
                revoked_at = CASE state WHEN 'ISSUED' THEN :now ELSE revoked_at END,
                public_reason = CASE WHEN state <> 'ISSUED' THEN 'RESUMED'
                                     WHEN EXISTS (
                                         SELECT FROM credential s JOIN award a ON a.id = s.award_id
                                         WHERE s.id = :successor
                                           AND coalesce(s.achievement_version_id, a.achievement_version_id)
                                               <> coalesce(credential.achievement_version_id, a.achievement_version_id))
                                          THEN 'TEXT_CORRECTED'
                                     ELSE 'NAME_CORRECTED' END,
                pause_ended_at = CASE state WHEN 'REVOKED' THEN CAST(:now AS timestamptz) END
            WHERE id = :id AND organisation_id = :organisation AND (state = 'ISSUED' OR is_pause(public_reason))
            RETURNING status_list_id AS list, status_index AS index, award_id, edition, public_reason = 'RESUMED' AS paused,
                      public_reason = 'TEXT_CORRECTED' AS new_text
            """)
    Optional<SupersededRow> supersede(UUID id, UUID successor, UUID organisation, Instant now);

    /** Copies in wallets do not come back from a pause: nothing can be sent to them. */
    @SqlUpdate("""
            UPDATE credential SET public_reason = 'RESUMED', pause_ended_at = :now
            WHERE award_id IN (SELECT r.id FROM renewed_awards(:award) r) AND organisation_id = :organisation
              AND wallet IS NOT NULL AND is_pause(public_reason)
            """)
    int endPauseOfCopies(UUID award, UUID organisation, Instant now);

    /** Gives the number of its edition up, for one that no edition has. */
    @SqlUpdate("""
            UPDATE credential SET edition = (
                SELECT max(every.edition) + 1 FROM credential every WHERE every.award_id = credential.award_id)
            WHERE id = :id AND organisation_id = :organisation
            """)
    int setAside(UUID id, UUID organisation);

    /** Lists, figures and news know the badge since its first day. */
    @SqlUpdate("""
            UPDATE credential SET edition = :edition, created_at = former.created_at, issued_at = former.issued_at
            FROM credential former
            WHERE credential.id = :id AND credential.organisation_id = :organisation AND former.id = :predecessor
            """)
    int takePlace(UUID id, UUID predecessor, UUID organisation, int edition);

    /** The badge that stands in the place of one that was superseded. */
    @SqlQuery("""
            SELECT c.id FROM credential former
            JOIN credential c ON c.award_id = former.award_id AND c.organisation_id = former.organisation_id
                AND c.edition = 1 AND c.state <> 'VOIDED'
            WHERE former.id = :former AND former.organisation_id = :organisation
              AND is_superseded(former.id)
            """)
    Optional<UUID> current(UUID former, UUID organisation);

    @SqlQuery("""
            SELECT award_id AS award, edition, is_pause(public_reason) AS paused,
                   EXISTS (SELECT FROM credential s JOIN award a ON a.id = s.award_id
                           WHERE s.id = :successor AND s.award_id = credential.award_id
                             AND coalesce(s.achievement_version_id, a.achievement_version_id)
                                 <> coalesce(credential.achievement_version_id, a.achievement_version_id)) AS new_text
            FROM credential
            WHERE id = :id AND organisation_id = :organisation
            """)
    SupersedeCredential.Superseded predecessor(UUID id, UUID successor, UUID organisation);

    /** What led to the one leads to the other. */
    @SqlQuery("SELECT follow_credential(:before, :after)")
    long follow(UUID before, UUID after);

    /** One that is not signed yet loses its signer. */
    @SqlUpdate("""
            WITH dropped AS (
                UPDATE credential
                SET state = 'VOIDED', lease = NULL, lease_until = NULL
                WHERE id = :id AND organisation_id = :organisation AND state = 'PREPARED'
                RETURNING id)
            DELETE FROM credential_document d USING dropped WHERE d.credential_id = dropped.id
            """)
    int drop(UUID id, UUID organisation);
}
