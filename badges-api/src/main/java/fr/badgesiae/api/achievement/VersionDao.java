package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.image.StoredImage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** SQL of published versions. */
@RegisterConstructorMapper(VersionRow.class)
@RegisterConstructorMapper(StoredImage.class)
public interface VersionDao {
    @SqlQuery("""
            SELECT v.id, v.achievement_id, v.organisation_id, v.version, v.content, v.image_type, v.created_at AS published_at
            FROM achievement_version v
            WHERE v.id = :id AND v.organisation_id = :organisation
            """)
    Optional<VersionRow> version(UUID id, UUID organisation);

    /** The newest version of each badge that is not archived. */
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

    /** Versions of all organisations in the order of their publication, after one. */
    @SqlQuery("SELECT id, achievement_id, organisation_id, version, content, image_type, published_at"
            + " FROM published_achievements(:after, :afterId, :most)")
    List<VersionRow> publicVersions(Instant after, UUID afterId, int most);

    @SqlQuery("SELECT image_type AS type, image AS bytes FROM published_achievement_image(:achievement, :version)")
    Optional<StoredImage> publicImage(UUID achievement, int version);
}
