package fr.badgesiae.api.organisation.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of messages: of the network that writes them, and of an organisation whose members read them. */
@RegisterConstructorMapper(MessageDao.MessageRow.class)
public interface MessageDao {
    /** A message with the public name of its network. */
    record MessageRow(
            UUID id,
            String network,
            String title,
            String body,
            Audience audience,
            LocalDate shownUntilOn,
            boolean withdrawn,
            long readBy) {
        NetworkMessage message() {
            return new NetworkMessage(
                    new MessageId(id), network, title, body, audience, shownUntilOn, withdrawn, readBy);
        }
    }

    String UNREAD = """
             FROM network_message m
            JOIN network_membership n ON n.network_id = m.organisation_id
            WHERE n.organisation_id = :organisation AND n.state = 'ACTIVE' AND m.withdrawn_at IS NULL
              AND m.shown_until_on >= :today
              AND NOT EXISTS (SELECT FROM network_message_reading r
                              WHERE r.message_id = m.id AND r.organisation_id = n.organisation_id
                                AND r.account_id = :member)
            """;

    /** For the work list: how many messages to everybody, or to those who manage, somebody has not read. */
    String UNREAD_BY_ALL = "SELECT count(*)" + UNREAD + " AND m.audience = 'EVERYBODY'";

    String UNREAD_BY_MANAGERS = "SELECT count(*)" + UNREAD + " AND m.audience = 'MANAGERS'";

    @SqlUpdate("""
            INSERT INTO network_message (id, organisation_id, title, body, audience, shown_until_on, created_by, created_at,
                                         updated_at)
            VALUES (:id, :network, :title, :body, :audience, :until, :by, :now, :now)
            """)
    void insert(
            UUID id, UUID network, String title, String body, Audience audience, LocalDate until, UUID by, Instant now);

    /** The latest first. */
    @SqlQuery("""
            SELECT m.id, o.public_name AS network, m.title, m.body, m.audience, m.shown_until_on,
                   m.withdrawn_at IS NOT NULL AS withdrawn, coalesce(r.organisations, 0) AS read_by
            FROM network_message m
            JOIN organisation o ON o.id = m.organisation_id
            LEFT JOIN read_network_messages() r ON r.message_id = m.id
            WHERE m.organisation_id = :network
            ORDER BY m.created_at DESC, m.id
            LIMIT :most
            """)
    List<MessageRow> ofNetwork(UUID network, int most);

    @SqlQuery("""
            SELECT m.id, o.public_name AS network, m.title, m.body, m.audience, m.shown_until_on,
                   m.withdrawn_at IS NOT NULL AS withdrawn, 0 AS read_by
            FROM network_message m JOIN organisation o ON o.id = m.organisation_id
            WHERE m.id = :id AND m.organisation_id = :network
            """)
    Optional<MessageRow> find(UUID id, UUID network);

    /** One message of a network is sent at a time. */
    @SqlQuery("SELECT pg_advisory_xact_lock(hashtextextended(CAST(:network AS text), 149))::text")
    String lock(UUID network);

    /** Whether members can read these very words now. */
    @SqlQuery("""
            SELECT EXISTS (SELECT FROM network_message
                           WHERE organisation_id = :network AND withdrawn_at IS NULL AND shown_until_on >= :today
                             AND title = :title AND body = :body)
            """)
    boolean isShown(UUID network, LocalDate today, String title, String body);

    /** How many members can read now. */
    @SqlQuery("""
            SELECT count(*) FROM network_message
            WHERE organisation_id = :network AND withdrawn_at IS NULL AND shown_until_on >= :today
            """)
    int inForce(UUID network, LocalDate today);

    /** Zero rows: of another network, or withdrawn before. */
    @SqlUpdate("""
            UPDATE network_message SET withdrawn_at = :now, updated_at = :now
            WHERE id = :id AND organisation_id = :network AND withdrawn_at IS NULL
            """)
    int withdraw(UUID id, UUID network, Instant now);

    /** What a member has not read, the oldest first. */
    @SqlQuery("""
            SELECT m.id, (SELECT o.public_name FROM organisation o WHERE o.id = m.organisation_id) AS network, m.title,
                   m.body, m.audience, m.shown_until_on, false AS withdrawn, 0 AS read_by
            """ + UNREAD + " AND (:manager OR m.audience = 'EVERYBODY') ORDER BY m.created_at, m.id LIMIT :most")
    List<MessageRow> unread(UUID organisation, UUID member, boolean manager, LocalDate today, int most);

    /** Zero rows: read before, or nothing that they may read. */
    @SqlUpdate("""
            INSERT INTO network_message_reading (message_id, network_id, organisation_id, account_id, created_at)
            SELECT m.id, m.organisation_id, n.organisation_id, :member, :now
            """ + UNREAD + " AND m.id = :id AND (:manager OR m.audience = 'EVERYBODY') ON CONFLICT DO NOTHING")
    int read(UUID id, UUID organisation, UUID member, boolean manager, LocalDate today, Instant now);

    @SqlQuery("""
            SELECT EXISTS (SELECT FROM network_message_reading
                           WHERE message_id = :id AND organisation_id = :organisation AND account_id = :member)
            """)
    boolean isRead(UUID id, UUID organisation, UUID member);
}
