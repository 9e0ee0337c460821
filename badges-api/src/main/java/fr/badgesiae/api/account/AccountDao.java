package fr.badgesiae.api.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of accounts and memberships. */
@RegisterConstructorMapper(AccountRow.class)
@RegisterConstructorMapper(AccountLocationRow.class)
@RegisterConstructorMapper(Place.class)
public interface AccountDao {
    /** Looks a login up in all organisations. */
    @SqlQuery("SELECT organisation_id, account_id FROM locate_account(:login)")
    Optional<AccountLocationRow> locate(String login);

    /** The organisations that an account may open, the last one first. */
    @SqlQuery("SELECT organisation_id, name, opened_at FROM places_of_account(:account)")
    List<Place> places(UUID account);

    /** Marks the organisation as the last one opened and locks the membership; zero rows unless it is active. */
    @SqlUpdate("""
            UPDATE membership SET opened_at = :now
            WHERE account_id = :account AND organisation_id = :organisation AND state = 'ACTIVE'
            """)
    int open(UUID account, UUID organisation, Instant now);

    /** An account becomes a member, or one again; zero rows where it is one. */
    @SqlUpdate("""
            INSERT INTO membership (id, organisation_id, account_id, role, created_at)
            VALUES (:id, :organisation, :account, :role, :now)
            ON CONFLICT (organisation_id, account_id) DO UPDATE
            SET state = 'ACTIVE', deactivated_at = NULL, role = excluded.role, rights = NULL,
                rights_revision = membership.rights_revision + 1
            WHERE membership.state = 'DEACTIVATED'
            """)
    int join(UUID id, UUID organisation, UUID account, String role, Instant now);

    /** Only an active member of an organisation that is not closed. */
    @SqlQuery("""
            SELECT a.id AS account_id, m.organisation_id, a.login, a.display_name, a.password_hash, m.role
            FROM account a
            JOIN membership m ON m.account_id = a.id
            JOIN organisation o ON o.id = m.organisation_id
            WHERE a.id = :account AND m.organisation_id = :organisation AND m.state = 'ACTIVE' AND o.state <> 'CLOSED'
            """)
    Optional<AccountRow> active(UUID account, UUID organisation);

    /**
     * Locks an active member; their deactivation waits until the transaction ends, one that goes on is waited for. Whoever
     * opens a session locks the membership first, then the account.
     */
    @SqlQuery("""
            SELECT account_id FROM membership
            WHERE account_id = :account AND organisation_id = :organisation AND state = 'ACTIVE'
            FOR SHARE
            """)
    Optional<UUID> lockMember(UUID account, UUID organisation);

    /** The same, and their password too; empty when it is another one than the hash that was compared. */
    @SqlQuery("""
            SELECT a.id FROM membership m JOIN account a ON a.id = m.account_id
            WHERE a.id = :account AND m.organisation_id = :organisation AND m.state = 'ACTIVE'
              AND a.password_hash = :compared
            FOR SHARE OF m, a
            """)
    Optional<UUID> lockProven(UUID account, UUID organisation, String compared);

    /** Locks the account of a member: its password stays until the transaction ends, and only then it joins an organisation. */
    @SqlQuery("SELECT id FROM account WHERE id = :account FOR NO KEY UPDATE")
    Optional<UUID> lockAccount(UUID account);

    /** A member of the organisation, in any state. */
    @SqlQuery("""
            SELECT a.id AS account_id, m.organisation_id, a.login, a.display_name, a.password_hash, m.role
            FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.organisation_id = :organisation AND a.id = :account
            """)
    Optional<AccountRow> find(UUID account, UUID organisation);

    @SqlUpdate("""
            INSERT INTO account (id, login, display_name, password_hash, password_set_at, created_at)
            VALUES (:id, :login, :name, :passwordHash, :now, :now)
            """)
    void insertAccount(UUID id, String login, String name, String passwordHash, Instant now);

    /** Zero rows: the password is another one than the hash that was compared. */
    @SqlUpdate("""
            UPDATE account SET password_hash = :passwordHash, password_set_at = :now
            WHERE id = :account AND password_hash = :compared
              AND id IN (SELECT m.account_id FROM membership m WHERE m.organisation_id = :organisation)
            """)
    int changePassword(UUID account, UUID organisation, String compared, String passwordHash, Instant now);

    @SqlUpdate("""
            UPDATE account SET password_hash = :passwordHash, password_set_at = :now
            WHERE id = :account
              AND id IN (SELECT m.account_id FROM membership m WHERE m.organisation_id = :organisation)
            """)
    int setPassword(UUID account, UUID organisation, String passwordHash, Instant now);
}
