package fr.badgesiae.api.privacy;

import fr.badgesiae.api.holder.contact.SealedContact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of the closing of spaces, over all holders: which are due or announced, which run waits for the operator. */
@RegisterConstructorMapper(ClosingDao.RunRow.class)
@RegisterConstructorMapper(SealedContact.class)
public interface ClosingDao {
    /** @return where to tell those whose space closes, and who gave an address */
    @SqlQuery("SELECT id, holder_id, kind, address, language FROM announce_closings(:before, :today)")
    List<SealedContact> announceClosings(Instant before, LocalDate today);

    /** Spaces whose closing would be announced. */
    @SqlQuery("SELECT holder_id FROM spaces_to_announce(:before)")
    List<UUID> toAnnounce(Instant before);

    @SqlQuery("SELECT holder_id FROM unopened_spaces(:before, :announced, :most)")
    List<UUID> unopened(Instant before, LocalDate announced, int most);

    @SqlQuery("SELECT count(*) FROM unopened_spaces(:before, :announced, 2147483647)")
    int countUnopened(Instant before, LocalDate announced);

    /** Whether nobody opened the space since and no dispute needs it, once it is locked; in a transaction of the holder. */
    @SqlQuery("""
            SELECT EXISTS (SELECT FROM holder
                           WHERE id = :holder AND coalesce(last_opened_at, created_at) < :before
                             AND closing_announced_on <= :announced)
               AND NOT EXISTS (SELECT FROM held_files())
            """)
    boolean isUnopened(UUID holder, Instant before, LocalDate announced);

    @SqlQuery("SELECT living_spaces()")
    int living();

    @SqlQuery(
            "SELECT id, due_on, spaces, living, confirmed_at FROM closing_run WHERE done_at IS NULL AND replaced_at IS NULL")
    Optional<RunRow> run();

    /** Zero rows: another node asked. */
    @SqlUpdate("""
            INSERT INTO closing_run (id, due_on, spaces, living, created_at) VALUES (:id, :due, :spaces, :living, :now)
            ON CONFLICT DO NOTHING
            """)
    int ask(UUID id, LocalDate due, int spaces, int living, Instant now);

    /** The same question with fewer spaces; it goes on to stand for those that were due by its day. */
    @SqlUpdate("""
            UPDATE closing_run SET spaces = :spaces, living = :living
            WHERE done_at IS NULL AND confirmed_at IS NULL AND replaced_at IS NULL
            """)
    int shrink(int spaces, int living);

    /** Ends a question that another follows. Zero rows: it was confirmed meanwhile. */
    @SqlUpdate("""
            UPDATE closing_run SET replaced_at = :now
            WHERE done_at IS NULL AND confirmed_at IS NULL AND replaced_at IS NULL
            """)
    int replace(Instant now);

    @SqlUpdate("""
            UPDATE closing_run SET confirmed_at = :now
            WHERE id = :id AND confirmed_at IS NULL AND done_at IS NULL AND replaced_at IS NULL
            """)
    int confirm(UUID id, Instant now);

    @SqlQuery("SELECT EXISTS (SELECT FROM closing_run WHERE id = :id AND replaced_at IS NOT NULL)")
    boolean isReplaced(UUID id);

    @SqlUpdate("UPDATE closing_run SET done_at = :now WHERE confirmed_at IS NOT NULL AND done_at IS NULL")
    int done(Instant now);

    /** A question without an object: the spaces are no longer due. */
    @SqlUpdate("DELETE FROM closing_run WHERE confirmed_at IS NULL")
    int withdrawQuestion();

    /** A run of the job that waits, or was confirmed and goes on. */
    record RunRow(
            UUID id,
            LocalDate dueOn,
            int spaces,
            int living,
            @Nullable Instant confirmedAt) {}
}
