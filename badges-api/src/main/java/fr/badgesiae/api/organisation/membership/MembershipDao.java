package fr.badgesiae.api.organisation.membership;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** SQL of memberships, on behalf of the organisation. */
@RegisterConstructorMapper(Membership.class)
public interface MembershipDao {
    /** Newest first, ended ones included. */
    @SqlQuery("""
            SELECT n.public_name AS network, m.vetted_on AS since, m.suspended_on AS suspended_since,
                   CASE WHEN m.state = 'ENDED' THEN coalesce(m.ended_on, m.vetted_on) END AS ended_on
            FROM network_membership m JOIN organisation n ON n.id = m.network_id
            WHERE m.organisation_id = :organisation
            ORDER BY m.vetted_on DESC, m.created_at DESC
            LIMIT 100
            """)
    List<Membership> of(UUID organisation);
}
