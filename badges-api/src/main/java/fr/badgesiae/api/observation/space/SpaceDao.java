package fr.badgesiae.api.observation.space;

import fr.badgesiae.api.observation.content.Manner;
import fr.badgesiae.api.observation.content.Objection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of a space; every statement runs for one holder. */
@RegisterConstructorMapper(SpaceDao.SeenRow.class)
@RegisterConstructorMapper(SpaceDao.FileRow.class)
@RegisterConstructorMapper(SpaceDao.OwnRow.class)
public interface SpaceDao {
    /** What was seen; the language is that of the badge. */
    record SeenRow(
            UUID id,
            String organisation,
            String badge,
            String language,
            List<String> tasks,
            Manner manner,
            String note,
            String seenBy,
            LocalDate seenOn,
            boolean photo,
            @Nullable Objection objection) {}

    /** The file that an observation is in. */
    record FileRow(UUID organisationId, UUID workerId) {}

    @SqlQuery("""
            SELECT id, organisation, badge, language, tasks, manner, note, seen_by, seen_on, photo, objection
            FROM observations_of_holder(:before, :most)
            """)
    List<SeenRow> seen(@Nullable UUID before, int most);

    @SqlQuery("SELECT sealed FROM observation_photo_of_holder(:id) sealed WHERE sealed IS NOT NULL")
    Optional<byte[]> photo(UUID id);

    @SqlQuery("SELECT organisation_id, worker_id FROM object_to_observation(:id, :objection, :now)")
    Optional<FileRow> say(UUID id, @Nullable Objection objection, Instant now);

    /** The words, empty where there are none, and whether a reopening limits what the space shows. */
    record OwnRow(String words, boolean limited) {}

    @SqlQuery("""
            SELECT coalesce((SELECT words FROM own_words WHERE holder_id = :holder ORDER BY updated_at DESC, id LIMIT 1), '')
                       AS words,
                   limited_organisation() IS NOT NULL AS limited
            """)
    OwnRow own(UUID holder);

    /** Whether a reopening limits what the space shows: then nobody reads or writes the words in it. */
    @SqlQuery("SELECT limited_organisation() IS NOT NULL")
    boolean limited();

    @SqlQuery("SELECT public_name FROM organisations_of_holder()")
    List<String> readers();

    @SqlUpdate(
            "INSERT INTO own_words (id, holder_id, words, created_at, updated_at) VALUES (:id, :holder, :words, :now, :now)")
    void write(UUID id, UUID holder, String words, Instant now);

    @SqlUpdate("DELETE FROM own_words WHERE holder_id = :holder")
    int forget(UUID holder);
}
