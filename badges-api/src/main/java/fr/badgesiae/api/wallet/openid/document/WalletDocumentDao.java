package fr.badgesiae.api.wallet.openid.document;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of the copies whose format credential_document does not have. Every statement runs for one holder. */
@RegisterConstructorMapper(WalletDocumentDao.SourceRow.class)
public interface WalletDocumentDao {
    /** What one is signed from; no first name once the desk has erased its file. */
    record SourceRow(
            String document,
            UUID statusListId,
            int statusIndex,
            @Nullable String displayedName,
            @Nullable String firstName,
            String timeZone) {}

    @SqlQuery("SELECT content FROM wallet_document WHERE credential_id = :copy AND holder_id = :holder")
    Optional<String> content(UUID copy, UUID holder);

    @SqlQuery("""
            SELECT d.document, c.status_list_id, c.status_index, c.displayed_name, e.first_name,
                   organisation_zone(c.organisation_id) AS time_zone
            FROM credential c
            JOIN credential_document d ON d.credential_id = c.id
            LEFT JOIN edition_choices(:copy) e ON true
            WHERE c.id = :copy AND c.holder_id = :holder AND c.state = 'ISSUED' AND d.document IS NOT NULL
            """)
    Optional<SourceRow> source(UUID copy, UUID holder);

    /** 0 when another request was first, or the copy was withdrawn meanwhile. */
    @SqlUpdate("""
            INSERT INTO wallet_document (credential_id, organisation_id, holder_id, content, created_at)
            SELECT c.id, c.organisation_id, c.holder_id, :content, :now
            FROM credential c
            WHERE c.id = :copy AND c.holder_id = :holder AND c.state = 'ISSUED'
            ON CONFLICT (credential_id) DO NOTHING
            """)
    int insert(UUID copy, UUID holder, String content, Instant now);
}
