package fr.badgesiae.api.holder.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of links to several badges; every statement runs for one holder. */
@RegisterConstructorMapper(ShareableRow.class)
@RegisterConstructorMapper(PortfolioRow.class)
@RegisterConstructorMapper(PlaceRow.class)
public interface PortfolioDao {
    /** The badges in force, newest first, with what another edition can show of each while the desk has its file. */
    @SqlQuery("""
            SELECT c.id, c.achievement_name, c.image_url, a.awarded_on, c.name_choice, c.displayed_name, c.shows_evidence,
                   c.valid_until, organisation_name(c.organisation_id) AS issuer,
                   organisation_zone(c.organisation_id) AS time_zone,
                   e.first_name, e.last_name, coalesce(e.narrative, '') AS narrative, coalesce(e.evidence, '') AS evidence
            FROM credential c
            JOIN award a ON a.id = c.award_id
            LEFT JOIN choices_of_holder() e ON e.credential_id = c.id
            WHERE c.holder_id = :holder AND c.edition = 1 AND c.state = 'ISSUED'
            ORDER BY c.created_at DESC, c.id
            """)
    List<ShareableRow> shareable(UUID holder);

    /** What stands in the place of a badge that was superseded, or renewed. */
    @SqlQuery("""
            SELECT c.id FROM credential former
            JOIN credential c ON c.holder_id = former.holder_id AND c.edition = 1 AND c.state <> 'VOIDED'
                AND (c.award_id = former.award_id AND c.id <> former.id OR c.id = renewed_by(former.id))
            WHERE former.id = :former AND former.holder_id = :holder AND is_superseded(former.id)
            """)
    Optional<UUID> successor(UUID former, UUID holder);

    String LINKS = """
            SELECT s.id, s.code_sealed, s.label, s.message, s.ends_at, s.switched_off_at, s.views, s.last_viewed_at,
                   s.shows_network,
                   (SELECT count(*) FROM share_link_badge b JOIN credential c ON c.id = b.credential_id
                    WHERE b.share_link_id = s.id AND c.state IN ('ISSUED', 'REVOKED')) AS badges
            FROM share_link s
            WHERE s.holder_id = :holder AND s.credential_id IS NULL
            """;

    /** The links to several badges: every open one, then those that have ended, each newest first. */
    @SqlQuery(LINKS + """
            ORDER BY s.switched_off_at IS NULL AND s.ends_at > :now DESC, s.created_at DESC, s.id
            LIMIT greatest(200, (SELECT count(*) FROM share_link o
                                 WHERE o.holder_id = :holder AND o.switched_off_at IS NULL AND o.ends_at > :now))
            """)
    List<PortfolioRow> links(UUID holder, Instant now);

    @SqlQuery(LINKS + "AND s.id = :link")
    Optional<PortfolioRow> find(UUID holder, UUID link);

    /** The badges of one link, in their order; those that were withdrawn are none. */
    @SqlQuery("""
            SELECT (SELECT accepted.id FROM credential accepted
                    WHERE accepted.award_id = c.award_id AND accepted.edition = 1 AND accepted.state <> 'VOIDED') AS badge_id,
                   c.achievement_name, c.displayed_name, c.shows_evidence, c.revoked_at,
                   is_pause(c.public_reason) AS paused, c.valid_until,
                   organisation_name(c.organisation_id) AS issuer, organisation_zone(c.organisation_id) AS time_zone,
                   badge_network(c.id) AS network
            FROM share_link_badge b JOIN credential c ON c.id = b.credential_id
            WHERE b.share_link_id = :link AND b.holder_id = :holder AND c.state IN ('ISSUED', 'REVOKED')
            ORDER BY b.place
            """)
    List<PlaceRow> places(UUID link, UUID holder);

    @SqlUpdate("""
            INSERT INTO share_link
                (id, organisation_id, holder_id, code_lookup, code_sealed, label, message, created_at, ends_at)
            VALUES (:id,
                    (SELECT CASE WHEN count(DISTINCT c.organisation_id) = 1 THEN CAST(min(CAST(c.organisation_id AS text)) AS uuid) END
                     FROM credential c WHERE c.id = ANY (:editions) AND c.holder_id = :holder),
                    :holder, :lookup, :sealed, :label, :message, :now, :ends)
            """)
    int insert(
            UUID id,
            UUID holder,
            UUID[] editions,
            byte[] lookup,
            byte[] sealed,
            String label,
            @Nullable String message,
            Instant now,
            Instant ends);

    /** Fewer rows than editions where one is not this holder's, or has nothing to show. */
    @SqlUpdate("""
            INSERT INTO share_link_badge (share_link_id, place, organisation_id, holder_id, credential_id, created_at)
            SELECT :link, e.place, c.organisation_id, c.holder_id, c.id, :now
            FROM unnest(:editions) WITH ORDINALITY e (id, place) JOIN credential c ON c.id = e.id
            WHERE c.holder_id = :holder AND c.state = 'ISSUED'
            """)
    int insertPlaces(UUID link, UUID holder, UUID[] editions, Instant now);
}
