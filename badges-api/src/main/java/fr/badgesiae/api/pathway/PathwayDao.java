package fr.badgesiae.api.pathway;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of pathways. */
@RegisterConstructorMapper(PathwayRow.class)
public interface PathwayDao {
    @SqlUpdate("""
            INSERT INTO pathway (id, organisation_id, worker_id, starts_on, ends_on, exit, pass_iae, created_at, updated_at)
            VALUES (:id, :organisation, :worker, :startsOn, :endsOn, :exit, :passIae, :now, :now)
            """)
    void insert(
            UUID id,
            UUID organisation,
            UUID worker,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable PathwayExit exit,
            byte @Nullable [] passIae,
            Instant now);

    /** Zero rows: a concurrent save, or no such pathway. */
    @SqlUpdate("""
            UPDATE pathway
            SET starts_on = :startsOn, ends_on = :endsOn, exit = :exit, updated_at = :now, revision = revision + 1
            WHERE id = :id AND organisation_id = :organisation AND revision = :revision
            """)
    int setDates(
            UUID id,
            UUID organisation,
            int revision,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable PathwayExit exit,
            Instant now);

    @SqlUpdate("""
            UPDATE pathway SET pass_iae = :passIae
            WHERE id = :id AND organisation_id = :organisation
            """)
    int setPassIae(UUID id, UUID organisation, byte[] passIae);

    @SqlQuery("""
            SELECT id, worker_id, starts_on, ends_on, exit, pass_iae IS NOT NULL AS has_pass_iae, revision
            FROM pathway
            WHERE id = :id AND organisation_id = :organisation
            """)
    Optional<PathwayRow> find(UUID id, UUID organisation);

    /** Whether the organisation asks for the number, and the pathways of a person: a row without a pathway where there is none. */
    @SqlQuery("""
            SELECT o.asks_pass_iae, p.id, p.worker_id, p.starts_on, p.ends_on, p.exit, p.pass_iae IS NOT NULL AS has_pass_iae,
                   p.revision
            FROM organisation o
            LEFT JOIN pathway p
              ON p.organisation_id = o.id AND p.worker_id = :worker AND (CAST(:only AS uuid) IS NULL OR p.id = :only)
            WHERE o.id = :organisation
            ORDER BY p.starts_on DESC, p.id
            LIMIT 100
            """)
    @RegisterConstructorMapper(AskedRow.class)
    List<AskedRow> asked(UUID worker, UUID organisation, @Nullable UUID only);

    record AskedRow(boolean asksPassIae, @Nested @Nullable PathwayRow pathway) {}

    @SqlQuery("""
            SELECT EXISTS (
                SELECT FROM pathway
                WHERE worker_id = :worker AND organisation_id = :organisation AND (ends_on IS NULL OR ends_on >= :today))
            """)
    boolean open(UUID worker, UUID organisation, LocalDate today);

    @SqlQuery("SELECT asks_pass_iae FROM organisation WHERE id = :organisation")
    boolean asksPassIae(UUID organisation);

    /** The same, which stays until the transaction ends. */
    @SqlQuery("SELECT asks_pass_iae FROM organisation WHERE id = :organisation FOR SHARE")
    boolean lockPassIaeUse(UUID organisation);

    /** Zero rows: it does so already. */
    @SqlUpdate("""
            UPDATE organisation SET asks_pass_iae = :asks, updated_at = :now
            WHERE id = :organisation AND asks_pass_iae <> :asks
            """)
    int askPassIae(UUID organisation, boolean asks, Instant now);

    @SqlQuery("SELECT count(*) FROM pathway WHERE organisation_id = :organisation AND pass_iae IS NOT NULL")
    int passesIae(UUID organisation);

    @SqlUpdate("""
            UPDATE pathway SET pass_iae = NULL, updated_at = :now, revision = revision + 1
            WHERE organisation_id = :organisation AND pass_iae IS NOT NULL
            """)
    int removePassesIae(UUID organisation, Instant now);

    /** None while the organisation does not ask for it. */
    @SqlQuery("""
            SELECT pass_iae FROM pathway
            WHERE EXISTS (SELECT FROM organisation o WHERE o.id = :organisation AND o.asks_pass_iae) AND id = :id AND organisation_id = :organisation AND pass_iae IS NOT NULL
            """)
    Optional<byte[]> passIae(UUID id, UUID organisation);
}
