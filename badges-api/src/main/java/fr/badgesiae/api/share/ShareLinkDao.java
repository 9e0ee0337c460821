package fr.badgesiae.api.share;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of share links; every statement runs for one holder. */
@RegisterConstructorMapper(ShareLinkRow.class)
public interface ShareLinkDao {
    @SqlUpdate("""
            INSERT INTO share_link
                (id, organisation_id, holder_id, credential_id, code_lookup, code_sealed, label, created_at, ends_at)
            VALUES (:id, :organisation, :holder, :credential, :lookup, :sealed, :label, :now, :ends)
            """)
    void insert(
            UUID id,
            UUID organisation,
            UUID holder,
            UUID credential,
            byte[] lookup,
            byte[] sealed,
            String label,
            Instant now,
            Instant ends);

    @SqlQuery("""
            SELECT id, organisation_id, holder_id, credential_id, code_sealed, label, created_at, ends_at,
                   switched_off_at, views
            FROM share_link WHERE holder_id = :holder
            ORDER BY created_at DESC, id DESC LIMIT 200
            """)
    List<ShareLinkRow> ofHolder(UUID holder);

    @SqlQuery("SELECT count_share_views(:links, :views)")
    int count(UUID[] links, Long[] views);

    @SqlUpdate("""
            UPDATE share_link SET switched_off_at = :now
            WHERE id = :id AND holder_id = :holder AND switched_off_at IS NULL
            """)
    int switchOff(UUID id, UUID holder, Instant now);

    @SqlUpdate("UPDATE share_link SET switched_off_at = :now WHERE holder_id = :holder AND switched_off_at IS NULL")
    int switchAllOff(UUID holder, Instant now);
}
