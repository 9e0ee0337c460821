package fr.badgesiae.api.logo;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of logos. */
@RegisterConstructorMapper(LogoRow.class)
public interface LogoDao {
    @SqlQuery("SELECT public_name, image_type, image FROM public_logo(:organisation)")
    Optional<LogoRow> find(UUID organisation);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM organisation_logo WHERE organisation_id = :organisation)")
    boolean exists(UUID organisation);

    @SqlUpdate("""
            INSERT INTO organisation_logo (organisation_id, image_type, image, created_at, updated_at)
            VALUES (:organisation, :type, :image, :now, :now)
            ON CONFLICT (organisation_id)
                DO UPDATE SET image_type = excluded.image_type, image = excluded.image, updated_at = excluded.updated_at
            """)
    void replace(UUID organisation, String type, byte[] image, Instant now);

    @SqlUpdate("DELETE FROM organisation_logo WHERE organisation_id = :organisation")
    int remove(UUID organisation);
}
