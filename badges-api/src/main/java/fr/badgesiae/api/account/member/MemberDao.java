package fr.badgesiae.api.account.member;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of an organisation's members. */
@RegisterConstructorMapper(Member.class)
public interface MemberDao {
    @SqlQuery("SELECT network_admin_exists()")
    boolean networkAdminExists();

    @SqlQuery("""
            SELECT a.id, a.login, a.display_name, m.role, m.state
            FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.organisation_id = :organisation AND a.id = :id
            """)
    Optional<Member> find(UUID organisation, UUID id);

    @SqlQuery("""
            SELECT a.id, a.login, a.display_name, m.role, m.state
            FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.organisation_id = :organisation
              AND (CAST(:after AS uuid) IS NULL OR (lower(a.display_name COLLATE "fr-x-icu"), a.id) > (
                   SELECT lower(last.display_name COLLATE "fr-x-icu"), last.id FROM account last WHERE last.id = :after))
            ORDER BY lower(a.display_name COLLATE "fr-x-icu"), a.id
            LIMIT :limit
            """)
    List<Member> page(UUID organisation, @Nullable UUID after, int limit);

    @SqlQuery("""
            SELECT EXISTS (
                SELECT 1 FROM membership
                WHERE organisation_id = :organisation AND role IN ('ORG_ADMIN', 'NETWORK_ADMIN') AND state = 'ACTIVE')
            """)
    boolean administered(UUID organisation);

    /** Locks the rows of administrators, so that two of them cannot deactivate each other concurrently. */
    @SqlQuery("""
            SELECT account_id FROM membership
            WHERE organisation_id = :organisation AND role IN ('ORG_ADMIN', 'NETWORK_ADMIN') AND state = 'ACTIVE'
            ORDER BY account_id
            FOR UPDATE
            """)
    List<UUID> lockAdministrators(UUID organisation);

    @SqlUpdate("""
            UPDATE membership SET state = 'DEACTIVATED', deactivated_at = :now
            WHERE organisation_id = :organisation AND account_id = :account AND state = 'ACTIVE'
            """)
    int deactivate(UUID organisation, UUID account, Instant now);
}
