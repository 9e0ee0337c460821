package fr.badgesiae.api.edition.pause;

import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.statuslist.StatusIndex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of paused badges; every statement runs for one organisation. */
@RegisterConstructorMapper(PauseDao.BadgeRow.class)
@RegisterConstructorMapper(PauseDao.PausedRow.class)
@RegisterConstructorMapper(StatusIndex.class)
public interface PauseDao {
    /** A badge as it was accepted. */
    record BadgeRow(UUID awardId, UUID workerId, CredentialState state, boolean paused, boolean lapsed) {}

    /** A paused edition, and what was accepted. */
    record PausedRow(
            UUID id,
            UUID awardId,
            int edition,
            UUID holderId,
            NameChoice nameChoice,
            boolean showsEvidence,
            UUID offerId,
            UUID achievementVersionId,
            LocalDate awardedOn,
            String narrative,
            String evidence) {
        /** What was accepted. */
        AwardStatement.Accepted said() {
            return new AwardStatement.Accepted(
                    awardId, offerId, awardedOn, narrative, evidence, nameChoice, showsEvidence);
        }
    }

    @SqlQuery("""
            SELECT c.award_id, c.worker_id, c.state, is_pause(c.public_reason) AS paused,
                   coalesce(c.valid_until <= :now, false) AS lapsed
            FROM credential c
            WHERE c.id = :badge AND c.organisation_id = :organisation AND c.edition = 1 AND c.hidden_at IS NULL
            """)
    Optional<BadgeRow> find(UUID badge, UUID organisation, Instant now);

    /**
     * Pauses every edition that is in force, and copies in wallets of the badges that it renewed. The note stands with the badge as it
     * was accepted.
     */
    @SqlQuery("""
            UPDATE credential
            SET state = 'REVOKED', revoked_at = :now, public_reason = :reason, paused_at = :now, pause_reason = :reason,
                pause_note = CASE WHEN edition = 1 THEN nullif(:note, '') END
            WHERE award_id IN (SELECT r.id FROM renewed_awards(:award) r) AND organisation_id = :organisation
              AND state = 'ISSUED' AND (award_id = :award OR wallet IS NOT NULL)
            RETURNING status_list_id AS list, status_index AS index
            """)
    List<StatusIndex> pause(UUID award, UUID organisation, PublicReason reason, String note, Instant now);

    /** Editions that are not signed yet lose their signer: what comes back is signed again under the names of then. */
    @SqlUpdate("""
            WITH dropped AS (
                UPDATE credential
                SET state = 'VOIDED', lease = NULL, lease_until = NULL
                WHERE award_id = :award AND organisation_id = :organisation AND state = 'PREPARED'
                RETURNING id)
            DELETE FROM credential_document d USING dropped WHERE d.credential_id = dropped.id
            """)
    int dropPrepared(UUID award, UUID organisation);

    /**
     * The paused editions that come back: neither in a wallet, to which nothing can be sent, nor past their end, nor about to come
     * back. Not of a space that was erased: nobody has what was signed.
     */
    @SqlQuery("""
            SELECT c.id, c.award_id, c.edition, c.holder_id, c.name_choice, c.shows_evidence, a.offer_id,
                   coalesce(c.achievement_version_id, a.achievement_version_id) AS achievement_version_id, a.awarded_on, o.narrative, o.evidence
            FROM credential c
            JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
            JOIN offer o ON o.id = a.offer_id AND o.organisation_id = a.organisation_id
            WHERE c.award_id = :award AND c.organisation_id = :organisation AND is_pause(c.public_reason)
              AND c.wallet IS NULL AND coalesce(c.valid_until > :now, true)
              AND EXISTS (SELECT FROM credential_document d WHERE d.credential_id = c.id)
              AND NOT EXISTS (SELECT FROM credential s WHERE s.supersedes = c.id AND s.state = 'PREPARED')
            ORDER BY c.edition
            FOR UPDATE OF c
            """)
    List<PausedRow> paused(UUID award, UUID organisation, Instant now);

    /** The number of the next edition; those that were given up keep theirs. */
    @SqlQuery(
            "SELECT max(c.edition) + 1 FROM credential c WHERE c.award_id = :award AND c.organisation_id = :organisation")
    int next(UUID award, UUID organisation);
}
