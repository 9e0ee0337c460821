package fr.badgesiae.api.edition;

import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.NameChoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** SQL of badges whose name is corrected; every statement runs for one organisation. */
@RegisterConstructorMapper(ReissueDao.NamedRow.class)
public interface ReissueDao {
    /** An edition that shows another name than it would now, and what was accepted. */
    record NamedRow(
            UUID id,
            UUID awardId,
            int edition,
            UUID holderId,
            @Nullable UUID supersedes,
            NameChoice nameChoice,
            boolean showsEvidence,
            UUID offerId,
            UUID achievementVersionId,
            boolean newText,
            LocalDate awardedOn,
            String narrative,
            String evidence) {
        /** What was accepted. */
        AwardStatement.Accepted said() {
            return new AwardStatement.Accepted(
                    awardId, offerId, awardedOn, narrative, evidence, nameChoice, showsEvidence);
        }
    }

    /**
     * Neither lapsed, nor in a wallet, nor about to be superseded: its successor shows the name then. Nor of a space that was
     * erased, whose names the desk keeps while a file is held: nobody has what was signed.
     */
    String SHOWS_ANOTHER = """
            c.worker_id = :worker AND c.organisation_id = :organisation AND c.state IN ('PREPARED', 'ISSUED')
              AND c.wallet IS NULL AND coalesce(c.valid_until > :now, true)
              AND c.displayed_name <> CASE c.name_choice WHEN 'FULL' THEN :full WHEN 'FIRST_AND_INITIAL' THEN :shown END
              AND EXISTS (SELECT FROM credential_document d WHERE d.credential_id = c.id)
              AND NOT EXISTS (SELECT FROM credential s WHERE s.supersedes = c.id AND s.state = 'PREPARED')
            """;

    /** Badges as they were accepted: the desk does not know of other editions. */
    @SqlQuery("SELECT count(*) FROM credential c WHERE c.edition = 1 AND " + SHOWS_ANOTHER)
    int count(UUID worker, UUID organisation, String shown, String full, Instant now);

    /** Whoever holds the lock of a badge as it was accepted decides on its other editions. */
    @SqlQuery("""
            SELECT c.id FROM credential c
            WHERE c.worker_id = :worker AND c.organisation_id = :organisation AND c.edition = 1 AND c.state <> 'VOIDED'
            ORDER BY c.id
            FOR UPDATE
            """)
    List<UUID> lockBadges(UUID worker, UUID organisation);

    @SqlQuery("""
            SELECT c.id, c.award_id, c.edition, c.holder_id, c.supersedes, c.name_choice, c.shows_evidence, a.offer_id,
                   coalesce(c.achievement_version_id, a.achievement_version_id) AS achievement_version_id,
                   c.state = 'PREPARED' AND EXISTS (
                       SELECT FROM credential f
                       WHERE f.id = c.supersedes AND f.award_id = c.award_id
                         AND coalesce(f.achievement_version_id, a.achievement_version_id)
                             <> coalesce(c.achievement_version_id, a.achievement_version_id)) AS new_text,
                   a.awarded_on, o.narrative, o.evidence
            FROM credential c
            JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
            JOIN offer o ON o.id = a.offer_id AND o.organisation_id = a.organisation_id
            WHERE
            """ + SHOWS_ANOTHER + """
            ORDER BY c.award_id, c.edition
            FOR UPDATE OF c
            """)
    List<NamedRow> named(UUID worker, UUID organisation, String shown, String full, Instant now);
}
