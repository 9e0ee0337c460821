package fr.badgesiae.api.edition.text;

import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.NameChoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** SQL of badges whose text is corrected; every statement runs for one organisation. */
@RegisterConstructorMapper(TextDao.BadgeRow.class)
@RegisterConstructorMapper(TextDao.EditionRow.class)
public interface TextDao {
    /**
     * A badge as it was accepted.
     *
     * @param newest version of its badge, where it is offered and another than the award's; else null
     */
    record BadgeRow(
            UUID awardId,
            UUID workerId,
            boolean inForce,
            @Nullable UUID newest) {}

    /** An edition in force, and what was accepted. */
    record EditionRow(
            UUID id,
            UUID awardId,
            int edition,
            UUID holderId,
            NameChoice nameChoice,
            boolean showsEvidence,
            UUID offerId,
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
            SELECT c.award_id, c.worker_id, c.state = 'ISSUED' AND coalesce(c.valid_until > :now, true) AS in_force,
                   (SELECT n.id FROM achievement_version v
                    JOIN achievement_version n ON n.achievement_id = v.achievement_id AND n.organisation_id = v.organisation_id
                    JOIN achievement h ON h.id = n.achievement_id AND h.organisation_id = n.organisation_id
                    WHERE v.id = a.achievement_version_id AND v.organisation_id = a.organisation_id
                      AND n.version > v.version AND h.state = 'PUBLISHED'
                    ORDER BY n.version DESC LIMIT 1) AS newest
            FROM credential c
            JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
            WHERE c.id = :badge AND c.organisation_id = :organisation AND c.edition = 1 AND c.hidden_at IS NULL
            """)
    Optional<BadgeRow> find(UUID badge, UUID organisation, Instant now);

    /**
     * The editions that are signed again: neither in a wallet, to which nothing can be sent, nor past their end, nor about to be
     * superseded. Not of a space that was erased: nobody has what was signed.
     */
    @SqlQuery("""
            SELECT c.id, c.award_id, c.edition, c.holder_id, c.name_choice, c.shows_evidence, a.offer_id, a.awarded_on,
                   o.narrative, o.evidence
            FROM credential c
            JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
            JOIN offer o ON o.id = a.offer_id AND o.organisation_id = a.organisation_id
            WHERE c.award_id = :award AND c.organisation_id = :organisation AND c.state = 'ISSUED'
              AND c.wallet IS NULL AND coalesce(c.valid_until > :now, true)
              AND EXISTS (SELECT FROM credential_document d WHERE d.credential_id = c.id)
              AND NOT EXISTS (SELECT FROM credential s WHERE s.supersedes = c.id AND s.state = 'PREPARED')
            ORDER BY c.edition
            FOR UPDATE OF c
            """)
    List<EditionRow> editions(UUID award, UUID organisation, Instant now);

    /** The number of the next edition; those that were given up keep theirs. */
    @SqlQuery(
            "SELECT max(c.edition) + 1 FROM credential c WHERE c.award_id = :award AND c.organisation_id = :organisation")
    int next(UUID award, UUID organisation);
}
