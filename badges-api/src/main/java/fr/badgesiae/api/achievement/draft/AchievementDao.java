package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.image.StoredImage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of drafts, and of their publication. */
@RegisterConstructorMapper(AchievementRow.class)
@RegisterConstructorMapper(AchievementLine.class)
@RegisterConstructorMapper(AchievementDao.DraftImageRow.class)
@RegisterConstructorMapper(AchievementDao.ImagesRow.class)
public interface AchievementDao {
    /** One while the organisation has published no badge. */
    String NONE_YET = """
            SELECT CASE WHEN EXISTS (
                SELECT FROM achievement a WHERE a.organisation_id = :organisation AND a.state <> 'DRAFT') THEN 0 ELSE 1 END
            """;

    @SqlUpdate("""
            INSERT INTO achievement (id, organisation_id, state, content, created_at, updated_at)
            VALUES (:id, :organisation, 'DRAFT', :content::jsonb, :now, :now)
            """)
    void insert(UUID id, UUID organisation, String content, Instant now);

    /** Zero rows: a concurrent save, an archived badge, or no such badge. */
    @SqlUpdate("""
            UPDATE achievement SET content = :content::jsonb, updated_at = :now, revision = revision + 1
            WHERE id = :id AND organisation_id = :organisation AND revision = :revision AND state <> 'ARCHIVED'
            """)
    int update(UUID id, UUID organisation, int revision, String content, Instant now);

    @SqlUpdate("""
            UPDATE achievement SET image_type = :type, image = :image
            WHERE id = :id AND organisation_id = :organisation
            """)
    int setImage(UUID id, UUID organisation, String type, byte[] image);

    @SqlUpdate("""
            UPDATE achievement SET image_type = NULL, image = NULL
            WHERE id = :id AND organisation_id = :organisation
            """)
    int removeImage(UUID id, UUID organisation);

    @SqlUpdate("""
            UPDATE achievement SET state = :state, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation
            """)
    int setState(UUID id, UUID organisation, AchievementState state, Instant now);

    @SqlQuery("""
            SELECT a.id, a.state, a.content, a.image IS NOT NULL AS own_image, a.revision,
                   coalesce((SELECT max(v.version) FROM achievement_version v WHERE v.achievement_id = a.id), 0) AS versions,
                   (SELECT CAST(json_build_object('askedBy', r.asked_by, 'asker', asker.display_name,
                                                  'digest', encode(r.digest, 'hex'), 'reader', reader.display_name,
                                                  'note', r.note, 'createdAt', r.created_at) AS text)
                    FROM publication_request r
                    JOIN account asker ON asker.id = r.asked_by
                    LEFT JOIN account reader ON reader.id = r.sent_back_by
                    WHERE r.achievement_id = a.id AND r.organisation_id = a.organisation_id) AS review,
                   (SELECT o.second_reader FROM organisation o WHERE o.id = a.organisation_id) AS second_reader
            FROM achievement a
            WHERE a.id = :id AND a.organisation_id = :organisation
            """)
    Optional<AchievementRow> find(UUID id, UUID organisation);

    /** Locks the badge, so that two publications do not take the same version number. */
    @SqlQuery("""
            SELECT id FROM achievement WHERE id = :id AND organisation_id = :organisation FOR UPDATE
            """)
    Optional<UUID> lock(UUID id, UUID organisation);

    @SqlQuery("""
            SELECT content, image_type AS type, image FROM achievement
            WHERE id = :id AND organisation_id = :organisation
            """)
    Optional<DraftImageRow> draftImage(UUID id, UUID organisation);

    /** The draft's image with content and image of the newest version, if any. */
    @SqlQuery("""
            SELECT a.image_type AS type, a.image, v.content AS published_content, v.image AS published_image
            FROM achievement a
            LEFT JOIN achievement_version v ON v.achievement_id = a.id AND v.organisation_id = a.organisation_id
            WHERE a.id = :id AND a.organisation_id = :organisation
            ORDER BY v.version DESC
            LIMIT 1
            """)
    Optional<ImagesRow> images(UUID id, UUID organisation);

    /** What was asked for is published. */
    @SqlUpdate("DELETE FROM publication_request WHERE achievement_id = :id AND organisation_id = :organisation")
    int endRequest(UUID id, UUID organisation);

    @SqlQuery("SELECT name FROM achievement WHERE id = :id AND organisation_id = :organisation")
    Optional<String> name(UUID id, UUID organisation);

    /**
     * Keyset page by name and id, in French collation. An empty name starts the first page. Words filter by name. The list
     * shows no more of the content than its category.
     */
    @SqlQuery("""
            SELECT a.id, a.name, a.content ->> 'category' AS category, a.state,
                   coalesce((SELECT max(v.version) FROM achievement_version v WHERE v.achievement_id = a.id), 0) AS version,
                   EXISTS (SELECT FROM publication_request r
                           WHERE r.achievement_id = a.id AND r.sent_back_by IS NULL) AS waiting
            FROM page_of_achievements(:archived, :words, :afterName, :afterId, :limit) page
            JOIN achievement a ON a.id = page.achievement_id
            WHERE a.organisation_id = :organisation
            ORDER BY lower(a.name COLLATE "fr-x-icu"), a.id
            """)
    List<AchievementLine> page(
            UUID organisation, boolean archived, String words, String afterName, UUID afterId, int limit);

    @SqlUpdate("""
            INSERT INTO achievement_version
                (id, achievement_id, organisation_id, version, content, image_type, image, created_at)
            SELECT :id, a.id, a.organisation_id, :version, a.content, :imageType, :image, :now
            FROM achievement a
            WHERE a.id = :achievement AND a.organisation_id = :organisation
            """)
    int insertVersion(
            UUID id, UUID achievement, UUID organisation, int version, String imageType, byte[] image, Instant now);

    /**
     * A draft's image, with the content that the default image is drawn from.
     *
     * @param type null without an own image
     * @param image null without an own image
     */
    @SuppressWarnings("ArrayRecordComponent") // read for a response; never compared
    record DraftImageRow(String content, @Nullable String type, byte @Nullable [] image) {
        Optional<StoredImage> own() {
            return type == null || image == null ? Optional.empty() : Optional.of(new StoredImage(type, image));
        }
    }

    /**
     * A draft's own image beside its newest version.
     *
     * @param type of the own image, or null
     * @param image the own image, or null
     * @param publishedContent of the newest version, or null
     * @param publishedImage of the newest version, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // its arrays are compared in Publication, the records never
    record ImagesRow(
            @Nullable String type,
            byte @Nullable [] image,
            @Nullable String publishedContent,
            byte @Nullable [] publishedImage) {
        Optional<StoredImage> own() {
            return type == null || image == null ? Optional.empty() : Optional.of(new StoredImage(type, image));
        }
    }
}
