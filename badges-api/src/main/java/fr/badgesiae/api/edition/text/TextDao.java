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

/** SQL of badges whose text is corrected; every statement runs for one organisation. */
@RegisterConstructorMapper(TextDao.BadgeRow.class)
@RegisterConstructorMapper(TextDao.EditionRow.class)
public interface TextDao {
    /**
     * A badge as it was accepted.
     *
     * @param beingSigned whether something of it waits for its signature
     */
    record BadgeRow(UUID awardId, UUID workerId, boolean inForce, boolean beingSigned) {}

    /**
     * An edition in force in an earlier version, and what was accepted.
     *
     * @param newest version of its badge
     * @param wordsOnly whether nothing else changed than what is read beside its earlier form
     */
    record EditionRow(
            UUID id,
            UUID awardId,
            int edition,
            UUID holderId,
            UUID newest,
            boolean wordsOnly,
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
                   EXISTS (SELECT FROM credential p WHERE p.award_id = c.award_id AND p.organisation_id = c.organisation_id
                           AND p.state = 'PREPARED' AND p.wallet IS NULL) AS being_signed
            FROM credential c
            WHERE c.id = :badge AND c.organisation_id = :organisation AND c.edition = 1 AND c.hidden_at IS NULL
            """)
    Optional<BadgeRow> find(UUID badge, UUID organisation, Instant now);

    /** The editions that are signed again. */
    @SqlQuery("""
            SELECT c.id, c.award_id, c.edition, c.holder_id, t.newest_id AS newest, t.words_only, c.name_choice, c.shows_evidence,
                   a.offer_id, a.awarded_on, o.narrative, o.evidence
            FROM editions_in_earlier_text(:award, :now) t
            JOIN credential c ON c.id = t.credential_id
            JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
            JOIN offer o ON o.id = a.offer_id AND o.organisation_id = a.organisation_id
            WHERE c.organisation_id = :organisation
            ORDER BY c.edition
            FOR UPDATE OF c
            """)
    List<EditionRow> editions(UUID award, UUID organisation, Instant now);

    /** The number of the next edition; those that were given up keep theirs. */
    @SqlQuery(
            "SELECT max(c.edition) + 1 FROM credential c WHERE c.award_id = :award AND c.organisation_id = :organisation")
    int next(UUID award, UUID organisation);
}
