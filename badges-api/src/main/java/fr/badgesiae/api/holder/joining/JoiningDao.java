package fr.badgesiae.api.holder.joining;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** SQL of joining; every statement runs for one holder, or locks and joins two. */
@RegisterConstructorMapper(JoiningDao.LockRow.class)
@RegisterConstructorMapper(JoiningDao.NameRow.class)
@RegisterConstructorMapper(JoiningDao.ContentRow.class)
public interface JoiningDao {
    /** A row for each of both spaces that exists. */
    @SqlQuery("SELECT here, gone, limited, limited_until FROM lock_spaces_to_join(:other, :now)")
    List<LockRow> lock(UUID other, Instant now);

    /** The end of a wait is null when only the former card ends it. */
    record LockRow(
            boolean here,
            boolean gone,
            boolean limited,
            @Nullable Instant limitedUntil) {}

    /** Whether the space still waits, and until when. */
    @SqlQuery("""
            SELECT h.id = app_holder() AS here, h.erased_at IS NOT NULL AS gone,
                   h.limited_to IS NOT NULL AND coalesce(h.limited_until > :now, true) AS limited, h.limited_until
            FROM holder h WHERE h.id = :holder
            """)
    Optional<LockRow> look(UUID holder, Instant now);

    /** Once the holder is locked. */
    @SqlQuery("""
            SELECT EXISTS (SELECT FROM holder_access
                           WHERE id = :card AND holder_id = :holder AND pin_hash = :pinHash AND state = 'ACTIVE')
            """)
    boolean inForce(UUID card, UUID holder, String pinHash);

    @SqlQuery("SELECT EXISTS (SELECT FROM credential WHERE holder_id = :holder AND state = 'PREPARED')")
    boolean signs(UUID holder);

    /** The desk files of the holder of the transaction. */
    @SqlQuery("SELECT worker_id, organisation_id FROM names_of_holder()")
    List<NameRow> files();

    /** A desk file. */
    record NameRow(UUID workerId, UUID organisationId) {}

    @SqlQuery("SELECT join_spaces(:other, :now)::text")
    @Nullable
    String join(UUID other, Instant now);

    /**
     * What is in a space: badges, newest first; names, each as one organisation writes it; then the numbers of what shows badges
     * now.
     */
    @SqlQuery("""
            SELECT kind, words, folded, organisation
            FROM (SELECT 1 AS part, row_number() OVER (ORDER BY c.created_at DESC, c.id) AS place, 'BADGE' AS kind,
                         c.achievement_name AS words, '' AS folded, organisation_name(c.organisation_id) AS organisation
                  FROM credential c WHERE c.holder_id = :holder AND c.state <> 'VOIDED' AND c.edition = 1
                  UNION ALL
                  SELECT 2, row_number() OVER (), 'NAME', n.name, n.folded_name, n.organisation FROM names_of_holder() n
                  UNION ALL
                  SELECT 3, 1, CASE WHEN s.credential_id IS NULL THEN 'PORTFOLIOS' ELSE 'LINKS' END, count(*)::text, '', ''
                  FROM share_link s WHERE s.holder_id = :holder AND s.switched_off_at IS NULL AND s.ends_at > :now
                  GROUP BY s.credential_id IS NULL
                  UNION ALL
                  SELECT 3, 2, 'PUBLIC', count(*)::text, '', ''
                  FROM public_badge p JOIN credential c ON c.id = p.credential_id
                  WHERE p.holder_id = :holder AND c.state = 'ISSUED'
                  UNION ALL
                  SELECT 3, 3, 'COPIES', count(*)::text, '', ''
                  FROM credential c
                  WHERE c.holder_id = :holder AND c.wallet IS NOT NULL AND c.state = 'ISSUED'
                    AND coalesce(c.valid_until > :now, true)) found
            ORDER BY part, place
            """)
    List<ContentRow> contents(UUID holder, Instant now);

    /**
     * A line of {@link #contents}.
     *
     * @param words a name, or a number in digits
     * @param folded of a name: without case and accents
     */
    record ContentRow(Kind kind, String words, String folded, String organisation) {}

    /** What a line is about. */
    enum Kind {
        BADGE,
        NAME,
        LINKS,
        PORTFOLIOS,
        PUBLIC,
        COPIES
    }
}
