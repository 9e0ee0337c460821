package fr.badgesiae.api.journal.seal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of the seal. The owner of lines without an organisation is {@link #NOBODY}. */
@RegisterConstructorMapper(SealDao.TipRow.class)
@RegisterConstructorMapper(SealDao.RunningRow.class)
@RegisterConstructorMapper(SealDao.LatestRow.class)
@RegisterConstructorMapper(SealDao.RoundRow.class)
@RegisterConstructorMapper(SealDao.DayRow.class)
@RegisterConstructorMapper(SealedLine.class)
@RegisterConstructorMapper(SealedHead.class)
public interface SealDao {
    UUID NOBODY = new UUID(0, 0);

    @SqlQuery("SELECT audit_begin(:now) IS NULL")
    boolean begin(Instant now);

    String TIP = """
            SELECT round, until_xact, until_id, digest, target_xact, target_at, sealed_until, updated_at FROM audit_tip
            """;

    /** Locks the end of the seal; empty while another node seals. */
    @SqlQuery(TIP + "FOR UPDATE SKIP LOCKED")
    Optional<TipRow> lockTip();

    @SqlQuery(TIP)
    Optional<TipRow> tip();

    /** The oldest transaction that runs, and the next one. */
    @SqlQuery("""
            SELECT CAST(CAST(pg_snapshot_xmin(s) AS text) AS bigint) AS oldest,
                   CAST(CAST(pg_snapshot_xmax(s) AS text) AS bigint) AS next
            FROM pg_current_snapshot() s
            """)
    RunningRow running();

    @SqlQuery("""
            SELECT id, created_at, organisation_id, actor_kind, actor_id, code, subject_id, xact
            FROM audit_to_seal(:xact, :id, :most)
            """)
    List<SealedLine> toSeal(long xact, long id, int most);

    @SqlQuery("SELECT owner, number, digest FROM audit_latest_heads(:owners)")
    List<LatestRow> latest(UUID[] owners);

    /** The digest of one round. */
    @SqlQuery("SELECT digest FROM audit_round WHERE number = :number")
    Optional<byte[]> digest(long number);

    @SqlUpdate("""
            INSERT INTO audit_round (number, owners, until_xact, until_id, previous, digest, created_at)
            VALUES (:number, :owners, :xact, :id, :previous, :digest, :now)
            """)
    void insertRound(long number, UUID[] owners, long xact, long id, byte[] previous, byte[] digest, Instant now);

    @SqlBatch("""
            INSERT INTO audit_head (organisation_id, round, number, lines, lines_digest, sign_ins, sign_ins_digest, oldest_at,
                                    previous, digest, created_at)
            VALUES (:organisation, :round, :number, :lines, :linesDigest, :signIns, :signInsDigest, :oldestAt, :previous, :digest,
                    :createdAt)
            """)
    void insertHeads(@BindMethods List<NewHead> heads);

    @SqlUpdate("""
            UPDATE audit_tip
            SET round = :round, until_xact = :untilXact, until_id = :untilId, digest = :digest, target_xact = :targetXact,
                target_at = :targetAt, sealed_until = :sealedUntil, updated_at = :updatedAt
            """)
    void moveTip(@BindMethods TipRow tip);

    @SqlQuery("""
            SELECT number, owners, previous, digest, created_at, found, digests FROM audit_rounds()
            """)
    @FetchSize(1_000)
    Stream<RoundRow> rounds();

    @SqlQuery("""
            SELECT round, number, lines, lines_digest, sign_ins, sign_ins_digest, oldest_at, previous, digest, created_at,
                   until_xact, until_id, after
            FROM audit_heads_of(:owner)
            """)
    @FetchSize(1_000)
    Stream<SealedHead> heads(UUID owner);

    @SqlQuery("""
            SELECT id, created_at, organisation_id, actor_kind, actor_id, code, subject_id, xact FROM audit_lines_of(:owner)
            """)
    @FetchSize(1_000)
    Stream<SealedLine> lines(UUID owner);

    /** Every organisation, and {@link #NOBODY}. */
    @SqlQuery("SELECT id FROM audit_owners()")
    List<UUID> owners();

    /** Days before one whose last round is not signed. */
    @SqlQuery("""
            SELECT day_on, round, digest, '' AS document FROM (
                SELECT DISTINCT ON (CAST(r.created_at AT TIME ZONE 'UTC' AS date))
                       CAST(r.created_at AT TIME ZONE 'UTC' AS date) AS day_on, r.number AS round, r.digest
                FROM audit_round r
                ORDER BY CAST(r.created_at AT TIME ZONE 'UTC' AS date), r.number DESC) d
            WHERE day_on < :today AND NOT EXISTS (SELECT FROM audit_day s WHERE s.day_on = d.day_on)
            ORDER BY day_on
            """)
    List<DayRow> unsigned(LocalDate today);

    @SqlUpdate("""
            INSERT INTO audit_day (day_on, round, document, created_at) VALUES (:day, :round, :document, :now)
            ON CONFLICT DO NOTHING
            """)
    void insertDay(LocalDate day, long round, String document, Instant now);

    @SqlQuery("""
            SELECT d.day_on, d.round, r.digest, d.document FROM audit_day d JOIN audit_round r ON r.number = d.round
            ORDER BY d.day_on
            """)
    List<DayRow> days();

    /** The end of the seal; the digest is null before the first round. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
    record TipRow(
            long round,
            long untilXact,
            long untilId,
            byte @Nullable [] digest,
            long targetXact,
            Instant targetAt,
            Instant sealedUntil,
            Instant updatedAt) {}

    record RunningRow(long oldest, long next) {}

    @SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
    record LatestRow(UUID owner, long number, byte[] digest) {}

    /** A head to be stored; the organisation is null for lines without one. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
    record NewHead(
            @Nullable UUID organisation,
            long round,
            long number,
            int lines,
            byte[] linesDigest,
            int signIns,
            byte[] signInsDigest,
            Instant oldestAt,
            byte[] previous,
            byte[] digest,
            Instant createdAt) {}

    /**
     * A round with the heads that are there.
     *
     * @param digests of these heads, one after the other
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
    record RoundRow(
            long number,
            UUID[] owners,
            byte[] previous,
            byte[] digest,
            Instant createdAt,
            UUID[] found,
            byte[] digests) {}

    /** The last round of a day. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
    record DayRow(LocalDate dayOn, long round, byte[] digest, String document) {}
}
