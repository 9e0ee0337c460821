package fr.badgesiae.api.edition;

import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.NameChoice;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** SQL of the editions of one badge. */
@RegisterConstructorMapper(EditionDao.BadgeRow.class)
@RegisterConstructorMapper(EditionDao.SaidRow.class)
@RegisterConstructorMapper(EditionDao.EditionRow.class)
public interface EditionDao {
    /** A badge as it was accepted. */
    record BadgeRow(UUID awardId, UUID organisationId) {}

    /** What was accepted, as far as the desk still has it. */
    record SaidRow(
            UUID offerId,
            UUID workerId,
            UUID achievementVersionId,
            LocalDate awardedOn,
            String narrative,
            String evidence) {}

    /** An edition in force, or about to be signed. */
    record EditionRow(UUID id, CredentialState state) {}

    /** A badge in force of this holder. */
    @SqlQuery("""
            SELECT c.award_id, c.organisation_id
            FROM credential c
            WHERE c.id = :badge AND c.holder_id = :holder AND c.edition = 1 AND c.state = 'ISSUED'
            """)
    Optional<BadgeRow> badge(UUID badge, UUID holder);

    /** As an erasure does, the space is locked before the file, and the file before the badge. */
    @SqlQuery("SELECT true FROM holder WHERE id = :holder AND erased_at IS NULL FOR KEY SHARE")
    Optional<Boolean> lockSpace(UUID holder);

    /** Locks a badge in force: two wishes, or a wish and a revocation, come one after the other. */
    @SqlQuery("SELECT true FROM credential WHERE id = :badge AND state = 'ISSUED' FOR UPDATE")
    Optional<Boolean> lock(UUID badge);

    /** Nothing once the desk file of the person is erased; it is not erased before the caller's transaction ends. */
    @SqlQuery("""
            SELECT a.offer_id, a.worker_id, a.achievement_version_id, a.awarded_on, o.narrative, o.evidence
            FROM award a
            JOIN offer o ON o.id = a.offer_id AND o.organisation_id = a.organisation_id
            JOIN worker w ON w.id = a.worker_id AND w.organisation_id = a.organisation_id
            WHERE a.id = :award AND a.organisation_id = :organisation AND w.erased_at IS NULL
            FOR SHARE OF w
            """)
    Optional<SaidRow> said(UUID award, UUID organisation);

    @SqlQuery("""
            SELECT c.id, c.state
            FROM credential c
            WHERE c.award_id = :award AND c.organisation_id = :organisation AND c.state IN ('PREPARED', 'ISSUED')
              AND c.name_choice = :name AND c.displayed_name IS NOT DISTINCT FROM :displayed
              AND c.shows_evidence = :evidence
            ORDER BY c.edition
            LIMIT 1
            """)
    Optional<EditionRow> find(
            UUID award, UUID organisation, NameChoice name, @Nullable String displayed, boolean evidence);

    @SqlQuery("SELECT state = 'VOIDED' FROM credential WHERE id = :id AND organisation_id = :organisation")
    boolean isVoided(UUID id, UUID organisation);

    /** The number of the next edition; those that were given up keep theirs. */
    @SqlQuery("SELECT max(c.edition) + 1 FROM credential c WHERE c.award_id = :award")
    int next(UUID award);
}
