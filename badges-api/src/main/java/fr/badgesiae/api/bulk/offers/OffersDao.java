package fr.badgesiae.api.bulk.offers;

import fr.badgesiae.api.offer.OfferState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** SQL of acts on several offers. */
@RegisterConstructorMapper(OffersDao.OfferRow.class)
public interface OffersDao {
    /** An offer. */
    record OfferRow(
            UUID id,
            String firstName,
            String lastName,
            String badge,
            OfferState state,
            Instant createdAt,
            Instant endsAt,
            boolean locked) {}

    @SqlQuery("""
            SELECT o.id, w.first_name, w.last_name, v.content ->> 'name' AS badge, o.state, o.created_at, o.ends_at,
                   o.failed_pins >= 5 OR o.code_sealed IS NULL AS locked
            FROM offer o
            JOIN worker w ON w.id = o.worker_id AND w.organisation_id = o.organisation_id AND w.erased_at IS NULL
            JOIN achievement_version v ON v.id = o.achievement_version_id AND v.organisation_id = o.organisation_id
            WHERE o.id = ANY (:offers) AND o.organisation_id = :organisation
            ORDER BY lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), o.created_at, o.id
            """)
    List<OfferRow> offers(UUID[] offers, UUID organisation);
}
