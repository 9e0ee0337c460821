package fr.badgesiae.api.account.lent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of lent rights that end with a right or a membership; every statement runs for one organisation. */
public interface LentDao {
    /** Ends those that a member gave and that lend more than these rights; returns to whom. */
    @SqlQuery("""
            UPDATE delegation SET ended_at = :now, updated_at = :now
            WHERE organisation_id = :organisation AND delegated_by = :member AND ended_at IS NULL
              AND NOT rights <@ CAST(:kept AS text[])
            RETURNING account_id
            """)
    List<UUID> endGivenBy(UUID organisation, UUID member, String[] kept, Instant now);

    /** Returns how many ended. */
    @SqlUpdate("""
            UPDATE delegation SET ended_at = :now, updated_at = :now
            WHERE organisation_id = :organisation AND account_id = :member AND ended_at IS NULL
            """)
    int endGivenTo(UUID organisation, UUID member, Instant now);
}
