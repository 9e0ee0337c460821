package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.offer.OfferState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of ceremonies; every statement but the sweep runs for one organisation. */
@RegisterConstructorMapper(CeremonyDao.CeremonyRow.class)
@RegisterConstructorMapper(CeremonyDao.GuestRow.class)
@RegisterConstructorMapper(CeremonyDao.CandidateRow.class)
public interface CeremonyDao {
    /** A ceremony and its sums. */
    record CeremonyRow(UUID id, LocalDate heldOn, String place, int guests, int present, int accepted) {}

    /** An offer of a ceremony. */
    record GuestRow(
            UUID offer,
            String firstName,
            String lastName,
            String badge,
            OfferState state,
            Instant endsAt,
            boolean locked,
            boolean present) {}

    /** An open offer that a ceremony can have; {@code all} is how many there are. */
    record CandidateRow(UUID offer, String firstName, String lastName, String badge, boolean chosen, int all) {}

    String CEREMONY = """
            SELECT c.id, c.held_on, c.place, coalesce(tally.guests, 0) AS guests, coalesce(tally.present, 0) AS present,
                   coalesce(tally.accepted, 0) AS accepted
            FROM ceremony c
            CROSS JOIN LATERAL (
                SELECT count(*) AS guests, count(*) FILTER (WHERE g.present) AS present,
                       count(*) FILTER (WHERE o.state = 'ACCEPTED') AS accepted
                FROM ceremony_offer g JOIN offer o ON o.id = g.offer_id AND o.organisation_id = g.organisation_id
                WHERE g.ceremony_id = c.id) tally
            WHERE c.organisation_id = :organisation
            """;

    String BY_NAME = """
            ORDER BY lower(w.last_name COLLATE "fr-x-icu"), lower(w.first_name COLLATE "fr-x-icu"), o.created_at, o.id
            """;

    /** How many ceremonies take place today. */
    String TODAY = "SELECT count(*) FROM ceremony c WHERE c.organisation_id = :organisation AND c.held_on = :today";

    @SqlQuery(CEREMONY + "AND c.id = :ceremony")
    Optional<CeremonyRow> find(UUID ceremony, UUID organisation);

    /** The next ones first, then the latest. */
    @SqlQuery(CEREMONY + """
            ORDER BY c.held_on < :today, CASE WHEN c.held_on < :today THEN NULL ELSE c.held_on END, c.held_on DESC, c.id
            LIMIT :most
            """)
    List<CeremonyRow> list(UUID organisation, LocalDate today, int most);

    /** Locked until the transaction ends. */
    @SqlQuery("SELECT id FROM ceremony WHERE id = :ceremony AND organisation_id = :organisation FOR UPDATE")
    Optional<UUID> lock(UUID ceremony, UUID organisation);

    @SqlQuery("SELECT count(*) FROM ceremony WHERE organisation_id = :organisation AND held_on >= :today")
    int planned(UUID organisation, LocalDate today);

    @SqlQuery("""
            SELECT id FROM ceremony WHERE organisation_id = :organisation AND held_on = :today
            ORDER BY updated_at DESC, id LIMIT 1
            """)
    Optional<UUID> ofToday(UUID organisation, LocalDate today);

    @SqlUpdate("""
            INSERT INTO ceremony (id, organisation_id, held_on, place, created_by, created_at, updated_at)
            VALUES (:id, :organisation, :heldOn, :place, :by, :now, :now)
            """)
    void insert(UUID id, UUID organisation, LocalDate heldOn, String place, UUID by, Instant now);

    @SqlUpdate("""
            UPDATE ceremony SET held_on = :heldOn, place = :place, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation
            """)
    int change(UUID id, UUID organisation, LocalDate heldOn, String place, Instant now);

    @SqlUpdate("DELETE FROM ceremony WHERE id = :id AND organisation_id = :organisation")
    int delete(UUID id, UUID organisation);

    /** The first offers of a run that wait for an answer, by the name of the person. */
    @SqlUpdate("""
            INSERT INTO ceremony_offer (ceremony_id, organisation_id, offer_id, present, created_at, updated_at)
            SELECT :ceremony, :organisation, o.id, false, :now, :now
            FROM award_run_person p
            JOIN offer o ON o.id = p.offer_id AND o.organisation_id = p.organisation_id
            JOIN worker w ON w.id = o.worker_id AND w.organisation_id = o.organisation_id
            WHERE p.run_id = :run AND p.organisation_id = :organisation AND o.state = 'OFFERED' AND o.ends_at > :now
            """ + BY_NAME + """
            LIMIT :most
            ON CONFLICT DO NOTHING
            """)
    int addRun(UUID ceremony, UUID organisation, UUID run, Instant now, int most);

    /** How many offers of a run wait for an answer. */
    @SqlQuery("""
            SELECT count(*) FROM award_run_person p
            JOIN offer o ON o.id = p.offer_id AND o.organisation_id = p.organisation_id
            WHERE p.run_id = :run AND p.organisation_id = :organisation AND o.state = 'OFFERED' AND o.ends_at > :now
            """)
    int waiting(UUID organisation, UUID run, Instant now);

    /** Those of these offers that wait for an answer. */
    @SqlUpdate("""
            INSERT INTO ceremony_offer (ceremony_id, organisation_id, offer_id, present, created_at, updated_at)
            SELECT :ceremony, :organisation, o.id, false, :now, :now
            FROM offer o
            WHERE o.organisation_id = :organisation AND o.id = ANY(:offers) AND o.state = 'OFFERED' AND o.ends_at > :now
            ON CONFLICT DO NOTHING
            """)
    int add(UUID ceremony, UUID organisation, UUID[] offers, Instant now);

    @SqlUpdate("""
            DELETE FROM ceremony_offer
            WHERE ceremony_id = :ceremony AND organisation_id = :organisation AND offer_id = ANY(:offers)
            """)
    int remove(UUID ceremony, UUID organisation, UUID[] offers);

    @SqlUpdate("""
            UPDATE ceremony_offer SET present = offer_id = ANY(:present), updated_at = :now
            WHERE ceremony_id = :ceremony AND organisation_id = :organisation AND offer_id = ANY(:shown)
              AND present <> (offer_id = ANY(:present))
            """)
    int call(UUID ceremony, UUID organisation, UUID[] shown, UUID[] present, Instant now);

    @SqlQuery("""
            SELECT o.id AS offer, w.first_name, w.last_name, v.content ->> 'name' AS badge, o.state, o.ends_at,
                   o.failed_pins >= 5 AS locked, g.present
            FROM ceremony_offer g
            JOIN offer o ON o.id = g.offer_id AND o.organisation_id = g.organisation_id
            JOIN worker w ON w.id = o.worker_id AND w.organisation_id = o.organisation_id AND w.erased_at IS NULL
            JOIN achievement_version v ON v.id = o.achievement_version_id AND v.organisation_id = o.organisation_id
            WHERE g.ceremony_id = :ceremony AND g.organisation_id = :organisation
            """ + BY_NAME)
    List<GuestRow> guests(UUID ceremony, UUID organisation);

    /** Offers that wait for an answer, those of the ceremony first where there are more than it shows. */
    @SqlQuery("SELECT offer, first_name, last_name, badge, chosen, \"all\" FROM ("
            + "SELECT o.id AS offer, w.first_name, w.last_name, v.content ->> 'name' AS badge,"
            + " g.offer_id IS NOT NULL AS chosen, count(*) OVER () AS \"all\","
            + " row_number() OVER (ORDER BY g.offer_id IS NULL, o.created_at DESC, o.id) AS place,"
            + " row_number() OVER (" + BY_NAME + ") AS listed"
            + """

             FROM offer o
             JOIN worker w ON w.id = o.worker_id AND w.organisation_id = o.organisation_id AND w.erased_at IS NULL
             JOIN achievement_version v ON v.id = o.achievement_version_id AND v.organisation_id = o.organisation_id
             LEFT JOIN ceremony_offer g ON g.offer_id = o.id AND g.ceremony_id = :ceremony
             WHERE o.organisation_id = :organisation AND o.state = 'OFFERED' AND o.ends_at > :now
            ) candidate WHERE place <= :most ORDER BY listed""")
    List<CandidateRow> candidates(UUID ceremony, UUID organisation, Instant now, int most);

    @SqlQuery("SELECT drop_ceremonies(:before)::text")
    String drop(LocalDate before);
}
