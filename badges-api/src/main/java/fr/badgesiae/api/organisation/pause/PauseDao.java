package fr.badgesiae.api.organisation.pause;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of pauses, on behalf of the network. */
public interface PauseDao {
    /** Empty for an organisation of another network. */
    @SqlQuery("""
            SELECT o.legal_name FROM network_membership m JOIN organisation o ON o.id = m.organisation_id
            WHERE m.network_id = :network AND m.organisation_id = :organisation AND m.state <> 'ENDED'
            """)
    Optional<String> legalName(UUID network, UUID organisation);

    @SqlUpdate("""
            UPDATE network_membership
            SET state = 'SUSPENDED', suspended_on = :today, suspended_reason = :reason, suspended_by = :by
            WHERE network_id = :network AND organisation_id = :organisation AND state = 'ACTIVE'
            """)
    int pause(UUID network, UUID organisation, LocalDate today, String reason, UUID by);

    @SqlUpdate("""
            UPDATE network_membership
            SET state = 'ACTIVE', suspended_on = NULL, suspended_reason = NULL, suspended_by = NULL
            WHERE network_id = :network AND organisation_id = :organisation AND state = 'SUSPENDED'
            """)
    int resume(UUID network, UUID organisation);
}
