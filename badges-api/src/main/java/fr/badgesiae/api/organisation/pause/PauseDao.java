package fr.badgesiae.api.organisation.pause;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of pauses, on behalf of the network unless said otherwise. */
@RegisterConstructorMapper(PauseDao.PauseRow.class)
@RegisterConstructorMapper(AskedLine.class)
@RegisterConstructorMapper(WaitingRow.class)
public interface PauseDao {
    /** How many requests of this network wait for a second administrator; for the work list. */
    String WAITING = """
            SELECT count(*) FROM network_membership
            WHERE network_id = :organisation AND pause_asked_at IS NOT NULL AND pause_due_at IS NULL
            """;

    /** Empty for an organisation of another network. */
    @SqlQuery("""
            SELECT o.legal_name FROM network_membership m JOIN organisation o ON o.id = m.organisation_id
            WHERE m.network_id = :network AND m.organisation_id = :organisation AND m.state <> 'ENDED'
            """)
    Optional<String> legalName(UUID network, UUID organisation);

    /** Locks them, so that the last but one does not leave meanwhile. */
    @SqlQuery("""
            SELECT account_id FROM membership
            WHERE organisation_id = :network AND role = 'NETWORK_ADMIN' AND state = 'ACTIVE'
            ORDER BY account_id
            FOR SHARE
            """)
    List<UUID> administrators(UUID network);

    @SqlUpdate("""
            UPDATE network_membership
            SET pause_asked_at = :now, pause_asked_by = :by, pause_due_at = :due, pause_reason = :reason,
                suspended_reason = NULLIF(:note, '')
            WHERE network_id = :network AND organisation_id = :organisation AND state = 'ACTIVE' AND pause_asked_at IS NULL
            """)
    int ask(
            UUID network,
            UUID organisation,
            Instant now,
            UUID by,
            @Nullable Instant due,
            PauseReason reason,
            String note);

    /** By somebody other than who asked, of the request that they read. */
    @SqlUpdate("""
            UPDATE network_membership
            SET state = 'SUSPENDED', suspended_on = :today, suspended_by = :by, pause_asked_at = NULL,
                pause_asked_by = NULL, pause_due_at = NULL
            WHERE network_id = :network AND organisation_id = :organisation AND pause_asked_at = :asked
              AND pause_asked_by IS DISTINCT FROM :by
            """)
    int confirm(UUID network, UUID organisation, Instant asked, UUID by, LocalDate today);

    @SqlUpdate("""
            UPDATE network_membership
            SET pause_asked_at = NULL, pause_asked_by = NULL, pause_due_at = NULL, pause_reason = NULL,
                suspended_reason = NULL
            WHERE network_id = :network AND organisation_id = :organisation AND pause_asked_at IS NOT NULL
            """)
    int withdraw(UUID network, UUID organisation);

    @SqlQuery("SELECT network_id, organisation_id FROM asked_pauses(:most)")
    List<WaitingRow> waiting(int most);

    /** A request that nobody is left to confirm waits for its day from now on. */
    @SqlUpdate("""
            UPDATE network_membership SET pause_due_at = :due
            WHERE network_id = :network AND organisation_id = :organisation AND pause_asked_at IS NOT NULL
              AND pause_due_at IS NULL
            """)
    int setDue(UUID network, UUID organisation, Instant due);

    @SqlUpdate("""
            UPDATE network_membership
            SET state = 'SUSPENDED', suspended_on = :today, suspended_by = pause_asked_by, pause_asked_at = NULL,
                pause_asked_by = NULL, pause_due_at = NULL
            WHERE network_id = :network AND organisation_id = :organisation AND pause_due_at <= :now
            """)
    int takeEffect(UUID network, UUID organisation, Instant now, LocalDate today);

    /** On behalf of the organisation. */
    @SqlUpdate("""
            UPDATE network_membership
            SET state = 'SUSPENDED', suspended_on = :today, pause_reason = :reason, suspended_reason = NULLIF(:note, ''),
                pause_asked_at = NULL, pause_asked_by = NULL, pause_due_at = NULL
            WHERE organisation_id = :organisation AND state = 'ACTIVE'
            """)
    int pauseAtOnce(UUID organisation, LocalDate today, PauseReason reason, String note);

    @SqlUpdate("""
            UPDATE network_membership
            SET state = 'ACTIVE', suspended_on = NULL, suspended_reason = NULL, suspended_by = NULL, pause_reason = NULL
            WHERE network_id = :network AND organisation_id = :organisation AND state = 'SUSPENDED'
            """)
    int resume(UUID network, UUID organisation);

    /** The oldest request first. */
    @SqlQuery("""
            SELECT o.id, o.legal_name
            FROM network_membership m JOIN organisation o ON o.id = m.organisation_id
            WHERE m.network_id = :network AND m.pause_asked_at IS NOT NULL
            ORDER BY m.pause_asked_at, o.id
            LIMIT 20
            """)
    List<AskedLine> waitingOf(UUID network);

    /** On behalf of the organisation: its pause, or the request for one. */
    @SqlQuery("""
            SELECT n.public_name AS network, m.pause_reason AS reason, coalesce(m.suspended_reason, '') AS note,
                   m.suspended_on AS since, m.pause_due_at AS due
            FROM network_membership m JOIN organisation n ON n.id = m.network_id
            WHERE m.organisation_id = :organisation
              AND (m.state = 'SUSPENDED' OR (m.state = 'ACTIVE' AND m.pause_asked_at IS NOT NULL))
            """)
    Optional<PauseRow> pause(UUID organisation);

    /**
     * A pause in effect, or a request for one.
     *
     * @param since null for a request
     */
    record PauseRow(
            String network,
            @Nullable PauseReason reason,
            String note,
            @Nullable LocalDate since,
            @Nullable Instant due) {}
}
