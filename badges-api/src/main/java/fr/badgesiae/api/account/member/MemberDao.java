package fr.badgesiae.api.account.member;

import fr.badgesiae.api.account.lent.Lent;
import fr.badgesiae.api.platform.auth.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of an organisation's members. */
@RegisterConstructorMapper(Member.class)
@RegisterConstructorMapper(MemberDao.PageRow.class)
@RegisterConstructorMapper(ShowMember.Change.class)
public interface MemberDao {
    /** Whether the account opens the desk of another organisation too. */
    @SqlQuery("SELECT EXISTS (SELECT FROM places_of_account(:id) p WHERE p.organisation_id <> :organisation)")
    boolean worksElsewhere(UUID organisation, UUID id);

    @SqlQuery("SELECT network_admin_exists()")
    boolean networkAdminExists();

    @SqlQuery("""
            SELECT a.id, a.login, a.display_name, m.role, m.rights AS by_hand, m.rights_revision, m.state
            FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.organisation_id = :organisation AND a.id = :id
            """)
    Optional<Member> find(UUID organisation, UUID id);

    /** A member, and what is or will be lent to them: a JSON array, or null. */
    record PageRow(@Nested Member member, @Nullable String lent) {}

    @SqlQuery("""
            SELECT a.id, a.login, a.display_name, m.role, m.rights AS by_hand, m.rights_revision, m.state,
            """ + Lent.OF_MEMBER + """
            AS lent
            FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.organisation_id = :organisation
              AND (CAST(:after AS uuid) IS NULL OR (lower(a.display_name COLLATE "fr-x-icu"), a.id) > (
                   SELECT lower(last.display_name COLLATE "fr-x-icu"), last.id FROM account last WHERE last.id = :after))
            ORDER BY lower(a.display_name COLLATE "fr-x-icu"), a.id
            LIMIT :limit
            """)
    List<PageRow> page(UUID organisation, @Nullable UUID after, LocalDate today, int limit);

    /** By name. */
    @SqlQuery("""
            SELECT a.id, a.login, a.display_name, m.role, m.rights AS by_hand, m.rights_revision, m.state
            FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.organisation_id = :organisation AND m.state = 'ACTIVE'
            ORDER BY lower(a.display_name COLLATE "fr-x-icu"), a.id
            LIMIT :most
            """)
    List<Member> active(UUID organisation, int most);

    /** Those of them who are active. The lock waits for the act that ends a membership. */
    @SqlQuery("""
            SELECT account_id FROM membership
            WHERE organisation_id = :organisation AND state = 'ACTIVE' AND account_id = ANY (:members)
            ORDER BY account_id
            FOR SHARE
            """)
    List<UUID> lockActive(UUID organisation, UUID[] members);

    @SqlQuery("""
            SELECT EXISTS (
                SELECT 1 FROM membership
                WHERE organisation_id = :organisation AND state = 'ACTIVE' AND
            """ + Members.MANAGES + ")")
    boolean administered(UUID organisation);

    /** Locks the rows of those who manage, so that two of them cannot end each other's rights concurrently. */
    @SqlQuery("""
            SELECT account_id FROM membership
            WHERE organisation_id = :organisation AND state = 'ACTIVE' AND
            """ + Members.MANAGES + """
            ORDER BY account_id
            FOR NO KEY UPDATE
            """)
    List<UUID> lockManagers(UUID organisation);

    /** Zero rows: the rights were changed since this revision, or the member was deactivated. */
    @SqlUpdate("""
            UPDATE membership SET role = :role, rights = :rights, rights_revision = rights_revision + 1
            WHERE organisation_id = :organisation AND account_id = :account AND state = 'ACTIVE'
              AND rights_revision = :revision
            """)
    int setRights(UUID organisation, UUID account, Role role, String @Nullable [] rights, int revision);

    @SqlUpdate("""
            INSERT INTO rights_change (id, organisation_id, account_id, changed_by, rights_before, rights_after, created_at)
            VALUES (:id, :organisation, :account, :by, :before, :after, :now)
            """)
    void insertChange(UUID id, UUID organisation, UUID account, UUID by, String[] before, String[] after, Instant now);

    /** Newest first. */
    @SqlQuery("""
            SELECT c.created_at, a.display_name AS by, c.rights_before, c.rights_after
            FROM rights_change c JOIN account a ON a.id = c.changed_by
            WHERE c.organisation_id = :organisation AND c.account_id = :account
            ORDER BY c.created_at DESC, c.id
            LIMIT :most
            """)
    List<ShowMember.Change> changes(UUID organisation, UUID account, int most);
}
