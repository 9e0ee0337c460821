package fr.badgesiae.api.account.leaving;

import fr.badgesiae.api.account.member.Members;
import fr.badgesiae.api.platform.auth.Rights;
import fr.badgesiae.api.platform.auth.Rights.Right;
import fr.badgesiae.api.platform.auth.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of a membership that ends. */
@RegisterConstructorMapper(LeavingDao.MemberRow.class)
public interface LeavingDao {
    /** An active member. */
    record MemberRow(
            UUID id, String name, Role role, @Nullable List<Right> byHand) {
        Rights rights() {
            return Rights.of(role, byHand);
        }
    }

    /** By name. */
    @SqlQuery("""
            SELECT a.id, a.display_name AS name, m.role, m.rights AS by_hand
            FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.organisation_id = :organisation AND m.state = 'ACTIVE'
            ORDER BY lower(a.display_name COLLATE "fr-x-icu"), a.id
            """)
    List<MemberRow> active(UUID organisation);

    /**
     * Locks who leaves, who takes over and who manages, in one order. The lock lets rows that refer to them be written: whoever
     * holds the work that is handed over writes such rows.
     */
    @SqlQuery("""
            SELECT account_id FROM membership
            WHERE organisation_id = :organisation AND state = 'ACTIVE'
              AND (account_id IN (:member, CAST(:taker AS uuid)) OR
            """ + Members.MANAGES + """
              )
            ORDER BY account_id
            FOR NO KEY UPDATE
            """)
    List<UUID> lock(UUID organisation, UUID member, @Nullable UUID taker);

    /** Those who manage; locked before. */
    @SqlQuery("""
            SELECT account_id FROM membership
            WHERE organisation_id = :organisation AND state = 'ACTIVE' AND
            """ + Members.MANAGES)
    List<UUID> managers(UUID organisation);

    @SqlUpdate("""
            UPDATE membership SET state = 'DEACTIVATED', deactivated_at = :now
            WHERE organisation_id = :organisation AND account_id = :account AND state = 'ACTIVE'
            """)
    int deactivate(UUID organisation, UUID account, Instant now);
}
