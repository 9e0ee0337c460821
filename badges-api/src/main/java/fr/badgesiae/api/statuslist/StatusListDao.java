package fr.badgesiae.api.statuslist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of status lists. */
@RegisterConstructorMapper(ListRow.class)
@RegisterConstructorMapper(CounterRow.class)
@RegisterConstructorMapper(PublishedRow.class)
@RegisterConstructorMapper(LapsingRow.class)
@RegisterConstructorMapper(VersionRow.class)
public interface StatusListDao {
    @SqlUpdate("""
            INSERT INTO status_list (id, organisation_id, number, length, bits, created_at)
            VALUES (:id, :organisation, :number, :length, :bits, :now)
            """)
    void insert(UUID id, UUID organisation, int number, int length, byte[] bits, Instant now);

    @SqlUpdate("""
            INSERT INTO status_counter (list_id, organisation_id, sealed_key)
            VALUES (:list, :organisation, :sealedKey)
            """)
    void insertCounter(UUID list, UUID organisation, byte[] sealedKey);

    /** Takes the next count of the organisation's newest list; the row stays locked until the award commits. */
    @SqlQuery("""
            UPDATE status_counter SET drawn = drawn + 1
            WHERE organisation_id = :organisation AND drawn < :length AND list_id = (
                SELECT id FROM status_list WHERE organisation_id = :organisation ORDER BY number DESC LIMIT 1)
            RETURNING list_id, drawn, sealed_key
            """)
    Optional<CounterRow> draw(UUID organisation, int length);

    /** Serialises awards that find the list full: one of them creates the next list. */
    @SqlQuery("""
            SELECT number FROM status_list
            WHERE organisation_id = :organisation
            ORDER BY number
            FOR UPDATE
            """)
    List<Integer> lockNumbers(UUID organisation);

    @SqlQuery("""
            SELECT id, organisation_id, bits, version, valid_until, token_version
            FROM status_list
            WHERE id = :id AND organisation_id = :organisation
            FOR UPDATE
            """)
    Optional<ListRow> lock(UUID id, UUID organisation);

    @SqlQuery("""
            SELECT version FROM status_list WHERE id = :id AND organisation_id = :organisation
            """)
    Optional<Integer> version(UUID id, UUID organisation);

    @SqlQuery("SELECT token_version = version FROM status_list WHERE id = :id AND organisation_id = :organisation")
    Optional<Boolean> hasToken(UUID id, UUID organisation);

    /** Reads one bit; PostgreSQL numbers the bits of a byte from the least significant. */
    @SqlQuery("""
            SELECT get_bit(bits, (:index / 8) * 8 + 7 - :index % 8)
            FROM status_list
            WHERE id = :id AND organisation_id = :organisation
            """)
    Optional<Integer> bit(UUID id, UUID organisation, int index);

    @SqlUpdate("""
            UPDATE status_list
            SET bits = :bits, version = version + 1, document = :document, token = :token,
                token_version = CASE WHEN CAST(:token AS text) IS NOT NULL THEN version + 1 END, valid_until = :validUntil
            WHERE id = :id AND organisation_id = :organisation
            """)
    int publish(UUID id, UUID organisation, byte[] bits, String document, @Nullable String token, Instant validUntil);

    @SqlQuery("SELECT version, document, token, valid_until FROM published_status_list(:id)")
    Optional<PublishedRow> published(UUID id);

    /** Published lists of all organisations, by id, after one. */
    @SqlQuery("SELECT list_id, version FROM published_status_versions(:after, :most)")
    List<VersionRow> versions(UUID after, int most);

    @SqlQuery("""
            SELECT id FROM status_list
            WHERE organisation_id = :organisation AND version > 0
            ORDER BY number DESC
            LIMIT 1
            """)
    Optional<UUID> newest(UUID organisation);

    /** Token Status Lists that codes on paper point at, of all organisations. */
    @SqlQuery("SELECT token FROM offline_status_tokens()")
    List<String> offlineTokens();

    @SqlQuery("SELECT organisation_id, list_id FROM lapsing_status_lists(:before, :most)")
    List<LapsingRow> lapsing(Instant before, int most);

    /** Those that lapse, and those that a node of an earlier release signed without the token. */
    @SqlQuery("SELECT organisation_id, list_id FROM status_lists_to_sign(:before, :most)")
    List<LapsingRow> toSign(Instant before, int most);
}
