package fr.badgesiae.api.achievement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of drafts and versions. */
@RegisterConstructorMapper(AchievementRow.class)
@RegisterConstructorMapper(VersionRow.class)
@RegisterConstructorMapper(ImageRow.class)
public interface AchievementDao {
    @SqlUpdate("""
            INSERT INTO achievement (id, organisation_id, state, content, created_at, updated_at)
            VALUES (:id, :organisation, 'DRAFT', :content::jsonb, :now, :now)
            """)
    void insert(UUID id, UUID organisation, String content, Instant now);

    /** Zero rows: somebody else saved since, or it is not there. */
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
            UPDATE achievement SET state = :state, updated_at = :now
            WHERE id = :id AND organisation_id = :organisation
            """)
    int setState(UUID id, UUID organisation, String state, Instant now);

    @SqlQuery("""
            SELECT a.id, a.organisation_id, a.state, a.content, a.name, a.image_type, a.revision,
                   coalesce((SELECT max(v.version) FROM achievement_version v WHERE v.achievement_id = a.id), 0) AS versions
            FROM achievement a
            WHERE a.id = :id AND a.organisation_id = :organisation
            """)
    Optional<AchievementRow> find(UUID id, UUID organisation);

    /** Taken before a version is numbered, so that two publications cannot draw the same number. */
    @SqlQuery("""
            SELECT id FROM achievement WHERE id = :id AND organisation_id = :organisation FOR UPDATE
            """)
    Optional<UUID> lock(UUID id, UUID organisation);

    @SqlQuery("""
            SELECT image_type, image FROM achievement
            WHERE id = :id AND organisation_id = :organisation AND image IS NOT NULL
            """)
    Optional<ImageRow> draftImage(UUID id, UUID organisation);

    /**
     * Paged by name and id, as French people sort: pass the last row of the page before, or an empty name for the first
     * page. With words, only those that have them in their names.
     */
    @SqlQuery("""
            SELECT a.id, a.organisation_id, a.state, a.content, a.name, a.image_type, a.revision,
                   coalesce((SELECT max(v.version) FROM achievement_version v WHERE v.achievement_id = a.id), 0) AS versions
            FROM page_of_achievements(:archived, :words, :afterName, :afterId, :limit) page
            JOIN achievement a ON a.id = page.achievement_id
            WHERE a.organisation_id = :organisation
            ORDER BY lower(a.name COLLATE "fr-x-icu"), a.id
            """)
    List<AchievementRow> page(
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

    @SqlQuery("""
            SELECT v.id, v.achievement_id, v.organisation_id, v.version, v.content, v.image_type, v.created_at AS published_at
            FROM achievement_version v
            WHERE v.id = :id AND v.organisation_id = :organisation
            """)
    Optional<VersionRow> version(UUID id, UUID organisation);

    /** The newest version of each badge that may still be awarded. */
    @SqlQuery("""
            SELECT DISTINCT ON (v.achievement_id)
                   v.id, v.achievement_id, v.organisation_id, v.version, v.content, v.image_type, v.created_at AS published_at
            FROM achievement_version v
            JOIN achievement a ON a.id = v.achievement_id
            WHERE v.organisation_id = :organisation AND a.state = 'PUBLISHED'
            ORDER BY v.achievement_id, v.version DESC
            """)
    List<VersionRow> awardable(UUID organisation);

    @SqlQuery("SELECT id, achievement_id, organisation_id, version, content, image_type, published_at"
            + " FROM published_achievement(:achievement, :version)")
    Optional<VersionRow> publicVersion(UUID achievement, int version);

    @SqlQuery("SELECT image_type, image FROM published_achievement_image(:achievement, :version)")
    Optional<ImageRow> publicImage(UUID achievement, int version);
}
