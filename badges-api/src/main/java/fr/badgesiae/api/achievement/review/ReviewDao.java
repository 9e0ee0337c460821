package fr.badgesiae.api.achievement.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of requests to publish; every statement runs for one organisation. */
public interface ReviewDao {
    /** Requests that wait for a second reader. */
    String WAITING =
            "SELECT count(*) FROM publication_request r WHERE r.organisation_id = :organisation AND r.sent_back_by IS NULL";

    /** Those that a member made. */
    String OF_MEMBER =
            "SELECT count(*) FROM publication_request r WHERE r.organisation_id = :organisation AND r.asked_by = :member";

    /** Gives them to another member. */
    String MOVE = """
            UPDATE publication_request SET asked_by = :taker, updated_at = :now
            WHERE organisation_id = :organisation AND asked_by = :member
            """;

    @SqlQuery("SELECT second_reader FROM organisation WHERE id = :organisation")
    boolean required(UUID organisation);

    /** Zero rows: it is so already. */
    @SqlUpdate("""
            UPDATE organisation SET second_reader = :required WHERE id = :organisation AND second_reader <> :required
            """)
    int require(UUID organisation, boolean required);

    @SqlQuery(
            "SELECT asked_by FROM publication_request WHERE organisation_id = :organisation AND achievement_id = :achievement")
    Optional<UUID> askedBy(UUID organisation, UUID achievement);

    @SqlUpdate("""
            INSERT INTO publication_request (achievement_id, organisation_id, asked_by, digest, created_at, updated_at)
            VALUES (:achievement, :organisation, :by, :digest, :now, :now)
            ON CONFLICT (achievement_id) DO UPDATE
            SET asked_by = EXCLUDED.asked_by, digest = EXCLUDED.digest, sent_back_by = NULL, note = '',
                created_at = EXCLUDED.created_at, updated_at = EXCLUDED.updated_at
            """)
    int ask(UUID organisation, UUID achievement, UUID by, byte[] digest, Instant now);

    @SqlUpdate("""
            UPDATE publication_request SET sent_back_by = :by, note = :note, updated_at = :now
            WHERE organisation_id = :organisation AND achievement_id = :achievement AND sent_back_by IS NULL
            """)
    int sendBack(UUID organisation, UUID achievement, UUID by, String note, Instant now);

    @SqlUpdate(
            "DELETE FROM publication_request WHERE organisation_id = :organisation AND achievement_id = :achievement")
    int delete(UUID organisation, UUID achievement);
}
