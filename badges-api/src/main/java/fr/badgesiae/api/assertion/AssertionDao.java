package fr.badgesiae.api.assertion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of public badges. What a holder does runs for one holder; what everybody reads goes through functions. */
@RegisterConstructorMapper(AssertionDao.BadgeRow.class)
@RegisterConstructorMapper(AssertionDao.PublicRow.class)
@RegisterConstructorMapper(AssertionDao.EndedRow.class)
public interface AssertionDao {
    /**
     * A badge as it was accepted, in force or public when it was revoked.
     *
     * @param document the signed JSON exactly as released
     * @param assertion its public form, or null
     */
    record BadgeRow(
            UUID organisationId,
            String achievementName,
            String issuer,
            String timeZone,
            @Nullable String publicEmail,
            String document,
            boolean revoked,
            boolean lapsed,
            @Nullable UUID assertion,
            @Nullable Instant since) {}

    /**
     * What an address knows.
     *
     * @param hosted null where it ended, as is {@code signed} and {@code version}
     * @param revoked whether the issuer revoked the badge, and not its holder
     */
    record PublicRow(
            UUID organisationId,
            @Nullable String hosted,
            @Nullable String signed,
            @Nullable String version,
            boolean revoked) {}

    /** The number of an assertion that ended. */
    record EndedRow(UUID id, boolean revoked) {}

    @SqlQuery("""
            SELECT c.organisation_id, c.achievement_name, organisation_name(c.organisation_id) AS issuer,
                   organisation_zone(c.organisation_id) AS time_zone, contact.public_email, d.document,
                   c.state <> 'ISSUED' AS revoked,
                   coalesce(c.valid_until <= :now, false) AS lapsed, p.id AS assertion, p.created_at AS since
            FROM credential c
            JOIN credential_document d ON d.credential_id = c.id AND d.document IS NOT NULL
            LEFT JOIN LATERAL public_contact(c.organisation_id) contact ON true
            LEFT JOIN public_badge p ON p.credential_id = c.id
            WHERE c.id = :badge AND c.holder_id = :holder AND c.edition = 1 AND c.state IN ('ISSUED', 'REVOKED')
              AND (c.state = 'ISSUED' OR p.id IS NOT NULL)
            """)
    Optional<BadgeRow> badge(UUID badge, UUID holder, Instant now);

    /** As an erasure does, the space is locked before the badge. */
    @SqlQuery("SELECT true FROM holder WHERE id = :holder AND erased_at IS NULL FOR KEY SHARE")
    Optional<Boolean> lockSpace(UUID holder);

    /** Two wishes, or a wish and a revocation, come one after the other. */
    @SqlQuery("SELECT true FROM credential WHERE id = :badge AND holder_id = :holder AND state = 'ISSUED' FOR UPDATE")
    Optional<Boolean> lock(UUID badge, UUID holder);

    /** Zero rows: it is public already. */
    @SqlUpdate("""
            INSERT INTO public_badge
                (id, organisation_id, holder_id, credential_id, version, hosted, signed, created_at)
            VALUES (:id, :organisation, :holder, :badge, :version, :hosted, :signed, :now)
            ON CONFLICT (credential_id) DO NOTHING
            """)
    int insert(
            UUID id,
            UUID organisation,
            UUID holder,
            UUID badge,
            String version,
            String hosted,
            String signed,
            Instant now);

    /**
     * Its number is kept by the database. Whoever withdraws what a page of before a corrected name showed withdraws it.
     *
     * @return the organisation that awarded it; empty for a badge that is not public
     */
    @SqlQuery("""
            DELETE FROM public_badge WHERE holder_id = :holder AND credential_id IN (
                SELECT c.id FROM credential asked
                JOIN credential c ON c.award_id = asked.award_id AND c.holder_id = asked.holder_id AND c.edition = 1
                WHERE asked.id = :badge AND asked.holder_id = :holder
                  AND (c.id = asked.id OR is_superseded(asked.id)))
            RETURNING organisation_id
            """)
    Optional<UUID> delete(UUID badge, UUID holder);

    /** Newest first; those that were revoked too. */
    @SqlQuery("""
            SELECT c.achievement_name FROM public_badge p JOIN credential c ON c.id = p.credential_id
            WHERE p.holder_id = :holder
            ORDER BY p.created_at DESC, p.id
            """)
    List<String> names(UUID holder);

    /** Their numbers are kept by the database. */
    @SqlQuery("DELETE FROM public_badge WHERE holder_id = :holder RETURNING credential_id")
    List<UUID> deleteAll(UUID holder);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM credential WHERE id = :badge AND holder_id = :holder AND edition = 1)")
    boolean exists(UUID badge, UUID holder);

    @SqlQuery("SELECT organisation_id, hosted, signed, version, revoked FROM public_assertion(:id)")
    Optional<PublicRow> find(UUID id);

    @SqlQuery("SELECT id, revoked FROM ended_assertions(:organisation)")
    List<EndedRow> ended(UUID organisation);
}
