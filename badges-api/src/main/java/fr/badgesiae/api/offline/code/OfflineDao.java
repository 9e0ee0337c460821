package fr.badgesiae.api.offline.code;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** SQL of codes. */
@RegisterConstructorMapper(OfflineDao.EditionRow.class)
public interface OfflineDao {
    /** An edition in force that is a code. */
    record EditionRow(String title, @Nullable String name, UUID list, int index, Instant ends, LocalDate awarded) {}

    @SqlQuery("""
            SELECT organisation_id FROM credential
            WHERE id = :edition AND holder_id = :holder AND wallet = 'OFFLINE_CODE' AND state = 'ISSUED'
            """)
    Optional<UUID> organisation(UUID edition, UUID holder);

    @SqlQuery("""
            SELECT c.achievement_name AS title, c.displayed_name AS name, c.status_list_id AS list, c.status_index AS index,
                   c.valid_until AS ends, a.awarded_on AS awarded
            FROM credential c
            JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
            WHERE c.id = :edition AND c.organisation_id = :organisation
            """)
    EditionRow edition(UUID edition, UUID organisation);
}
