package fr.badgesiae.api.event.open;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of the page behind a poster: a look-up for nobody, then the organisation of the event. */
@RegisterConstructorMapper(OpenEventDao.LocationRow.class)
@RegisterConstructorMapper(OpenEventDao.EventRow.class)
public interface OpenEventDao {
    /** Where an event is. */
    record LocationRow(UUID organisationId, UUID eventId) {}

    /** What everybody reads of an event, with the badge as it is published, and what decides whether it takes a name. */
    record EventRow(
            String organisation,
            String badge,
            String name,
            String place,
            LocalDate heldOn,
            Instant opensAt,
            Instant closesAt,
            int most,
            boolean ended,
            int entries) {}

    @SqlQuery("SELECT organisation_id, event_id FROM locate_event(:lookup)")
    Optional<LocationRow> locate(byte[] lookup);

    @SqlQuery("""
            SELECT o.public_name AS organisation,
                   (SELECT v.content ->> 'name' FROM achievement_version v
                    WHERE v.achievement_id = e.achievement_id AND v.organisation_id = e.organisation_id
                    ORDER BY v.version DESC LIMIT 1) AS badge,
                   e.name, e.place, e.held_on, e.opens_at, e.closes_at, e.most,
                   e.ended_at IS NOT NULL OR organisation_paused(e.organisation_id) OR a.state <> 'PUBLISHED' AS ended,
                   (SELECT count(*) FROM event_entry n WHERE n.event_id = e.id AND n.state <> 'REFUSED') AS entries
            FROM badge_event e
            JOIN organisation o ON o.id = e.organisation_id
            JOIN achievement a ON a.id = e.achievement_id AND a.organisation_id = e.organisation_id
            WHERE e.id = :event AND e.organisation_id = :organisation
            """)
    Optional<EventRow> find(UUID event, UUID organisation);

    /** Locked until the transaction ends: entries are counted one after the other. */
    @SqlQuery("SELECT id FROM badge_event WHERE id = :event AND organisation_id = :organisation FOR UPDATE")
    Optional<UUID> lock(UUID event, UUID organisation);

    /** The file of whoever has a card, in the organisation of the event; its erasure waits until the transaction ends. */
    @SqlQuery("""
            SELECT w.id FROM worker w
            WHERE w.holder_id = :holder AND w.organisation_id = :organisation AND w.erased_at IS NULL
            ORDER BY w.created_at, w.id
            LIMIT 1
            FOR KEY SHARE
            """)
    Optional<UUID> worker(UUID holder, UUID organisation);

    @SqlUpdate("""
            INSERT INTO event_entry (id, organisation_id, event_id, first_name, last_name, by_card, state, worker_id, created_at,
                updated_at)
            VALUES (:id, :organisation, :event, :firstName, :lastName, :byCard, 'WAITING', :worker, :now, :now)
            """)
    void insert(
            UUID id,
            UUID organisation,
            UUID event,
            String firstName,
            String lastName,
            boolean byCard,
            @Nullable UUID worker,
            Instant now);
}
