package fr.badgesiae.api.share;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of share links. Every statement but the count of views runs for one holder. */
@RegisterConstructorMapper(ShownLinkRow.class)
@RegisterConstructorMapper(ShareLinkDao.SealedRow.class)
public interface ShareLinkDao {
    /** Corrections of names, revocations and erasures come before or after, as with offers to wallets. */
    @SqlQuery("SELECT true FROM holder WHERE id = :holder AND erased_at IS NULL FOR NO KEY UPDATE")
    Optional<Boolean> lockSpace(UUID holder);

    /** Each edition, or the one that took its place under a corrected name, in their order. */
    @SqlQuery("""
            SELECT coalesce(s.id, c.id)
            FROM unnest(:editions) WITH ORDINALITY e (id, place)
            JOIN credential c ON c.id = e.id
            LEFT JOIN credential s ON s.supersedes = c.id AND s.holder_id = c.holder_id AND s.state = 'ISSUED'
            WHERE c.holder_id = :holder
            ORDER BY e.place
            """)
    List<UUID> standing(UUID[] editions, UUID holder);

    /** No row where the badge is not this holder's, or has nothing to show. */
    @SqlUpdate("""
            INSERT INTO share_link
                (id, organisation_id, holder_id, credential_id, code_lookup, code_sealed, label, created_at, ends_at)
            SELECT :id, c.organisation_id, c.holder_id, c.id, :lookup, :sealed, :label, :now, :ends
            FROM credential c
            WHERE c.id = :credential AND c.holder_id = :holder AND c.state = 'ISSUED' AND c.wallet IS NULL
            """)
    int insert(
            UUID id,
            UUID holder,
            UUID credential,
            byte[] lookup,
            byte[] sealed,
            String label,
            Instant now,
            Instant ends);

    @SqlQuery("""
            SELECT s.id, s.organisation_id, s.holder_id, s.credential_id, s.code_sealed, s.label, s.created_at,
                   s.ends_at, s.switched_off_at, s.views, s.last_viewed_at, c.achievement_name, c.displayed_name, c.shows_evidence,
                   c.revoked_at, is_pause(c.public_reason) AS paused, c.valid_until, s.shows_network,
                   (SELECT accepted.id FROM credential accepted
                    WHERE accepted.award_id = c.award_id AND accepted.edition = 1 AND accepted.state <> 'VOIDED') AS badge_id,
                   badge_network(c.id) AS network, organisation_name(c.organisation_id) AS issuer, a.awarded_on,
                   organisation_zone(c.organisation_id) AS time_zone
            FROM share_link s JOIN credential c ON c.id = s.credential_id JOIN award a ON a.id = c.award_id
            WHERE s.id = :id AND s.holder_id = :holder AND c.state <> 'VOIDED'
            """)
    Optional<ShownLinkRow> find(UUID id, UUID holder);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM share_link WHERE id = :id AND holder_id = :holder)")
    boolean exists(UUID id, UUID holder);

    @SqlQuery(
            "SELECT count(*) FROM share_link WHERE holder_id = :holder AND switched_off_at IS NULL AND ends_at > :now")
    int open(UUID holder, Instant now);

    @SqlQuery("SELECT count_share_views(:links, :views, :now)")
    int count(UUID[] links, Long[] views, Instant now);

    /** Zero rows: it was switched off, or is not theirs. */
    @SqlUpdate("""
            UPDATE share_link SET label = :label, ends_at = coalesce(CAST(:ends AS timestamptz), ends_at)
            WHERE id = :id AND holder_id = :holder AND switched_off_at IS NULL
            """)
    int change(UUID id, UUID holder, String label, @Nullable Instant ends);

    @SqlUpdate("""
            UPDATE share_link SET switched_off_at = :now
            WHERE id = :id AND holder_id = :holder AND switched_off_at IS NULL
            """)
    int switchOff(UUID id, UUID holder, Instant now);

    @SqlUpdate("""
            UPDATE share_link SET shows_network = :shown
            WHERE id = :id AND holder_id = :holder AND shows_network <> :shown
            """)
    int showNetwork(UUID id, UUID holder, boolean shown);

    @SqlUpdate("UPDATE share_link SET switched_off_at = :now WHERE holder_id = :holder AND switched_off_at IS NULL")
    int switchAllOff(UUID holder, Instant now);

    /** Zero rows: it is on, it has ended, or it was switched off before {@code since}. */
    @SqlUpdate("""
            UPDATE share_link SET switched_off_at = NULL
            WHERE id = :id AND holder_id = :holder AND switched_off_at > :since AND ends_at > :now
            """)
    int switchOn(UUID id, UUID holder, Instant since, Instant now);

    /** Those that were switched off last, together. */
    @SqlUpdate("""
            UPDATE share_link SET switched_off_at = NULL
            WHERE holder_id = :holder AND switched_off_at > :since AND ends_at > :now
              AND switched_off_at = (SELECT max(last.switched_off_at) FROM share_link last WHERE last.holder_id = :holder)
            """)
    int switchLastOn(UUID holder, Instant since, Instant now);

    /** The sealed code of a link. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
    record SealedRow(UUID id, byte[] codeSealed) {}

    @SqlQuery("SELECT id, code_sealed FROM share_link WHERE holder_id = :holder")
    List<SealedRow> sealed(UUID holder);

    @SqlUpdate("UPDATE share_link SET code_sealed = :sealed WHERE id = :link AND holder_id = :holder")
    int seal(UUID link, UUID holder, byte[] sealed);
}
