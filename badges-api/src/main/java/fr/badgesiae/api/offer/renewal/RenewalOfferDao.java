package fr.badgesiae.api.offer.renewal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of offers that renew a badge; every statement runs for one organisation. */
@RegisterConstructorMapper(RenewalOfferDao.RenewedRow.class)
public interface RenewalOfferDao {
    /** A badge to renew, what was offered then, and an offer that renews it already. */
    record RenewedRow(
            UUID workerId,
            UUID achievementId,
            String name,
            LocalDate awardedOn,
            String narrative,
            String evidence,
            @Nullable UUID openOffer) {}

    /** An offer of this award that waits for its answer. */
    String OPEN = "r.renews = c.award_id AND r.organisation_id = c.organisation_id"
            + " AND r.state IN ('OFFERED', 'DISPUTED') AND r.ends_at > :now";

    @SqlQuery("""
            SELECT c.worker_id, v.achievement_id, c.achievement_name AS name, a.awarded_on, o.narrative, o.evidence,
                   (SELECT r.id FROM offer r WHERE
            """ + OPEN + """
             ORDER BY r.created_at DESC, r.id LIMIT 1) AS open_offer
            FROM credential c
            JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
            JOIN achievement_version v ON v.id = a.achievement_version_id AND v.organisation_id = a.organisation_id
            JOIN offer o ON o.id = a.offer_id AND o.organisation_id = a.organisation_id
            JOIN worker w ON w.id = c.worker_id AND w.organisation_id = c.organisation_id AND w.erased_at IS NULL
            WHERE c.id = :badge AND c.organisation_id = :organisation AND c.edition = 1 AND c.state = 'ISSUED'
              AND c.hidden_at IS NULL
            """)
    Optional<RenewedRow> find(UUID badge, UUID organisation, Instant now);

    /** Until the transaction ends: two offers that renew one badge come one after the other. */
    @SqlQuery("SELECT true FROM credential WHERE id = :badge AND organisation_id = :organisation FOR UPDATE")
    List<Boolean> lock(UUID badge, UUID organisation);

    /** The award of a badge in force of this person, of the badge of this version, that no other open offer renews. */
    @SqlQuery("""
            SELECT c.award_id
            FROM credential c
            JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
            JOIN achievement_version was ON was.id = a.achievement_version_id AND was.organisation_id = a.organisation_id
            JOIN achievement_version fresh ON fresh.achievement_id = was.achievement_id AND fresh.id = :version
            WHERE c.id = :badge AND c.organisation_id = :organisation AND c.edition = 1 AND c.state = 'ISSUED'
              AND c.hidden_at IS NULL AND c.worker_id = :worker
              AND NOT EXISTS (SELECT FROM offer r WHERE r.id IS DISTINCT FROM CAST(:offer AS uuid) AND
            """ + OPEN + ")")
    Optional<UUID> renewable(
            UUID badge, UUID organisation, UUID worker, UUID version, @Nullable UUID offer, Instant now);

    @SqlUpdate("UPDATE offer SET renews = :award WHERE id = :offer AND organisation_id = :organisation")
    int renew(UUID offer, UUID organisation, UUID award);
}
