package fr.badgesiae.api.holder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of holders, their cards and the history of their space. */
@RegisterConstructorMapper(CardRow.class)
@RegisterConstructorMapper(CardAttemptRow.class)
@RegisterConstructorMapper(AccessLocationRow.class)
@RegisterConstructorMapper(VisitRow.class)
public interface HolderDao {
    @SqlUpdate("INSERT INTO holder (id, created_at) VALUES (:id, :now)")
    void insert(UUID id, Instant now);

    /** Lifts a limit whose wait is over. */
    @SqlUpdate("""
            UPDATE holder
            SET last_opened_at = :now,
                limited_to = CASE WHEN limited_until <= :now THEN NULL ELSE limited_to END,
                limited_until = CASE WHEN limited_until <= :now THEN NULL ELSE limited_until END
            WHERE id = :holder
            """)
    void opened(UUID holder, Instant now);

    /** Until then the holder sees the badges of this organisation only. */
    @SqlUpdate("UPDATE holder SET limited_to = :organisation, limited_until = :until WHERE id = :holder")
    int limit(UUID holder, UUID organisation, Instant until);

    /** Their space is not closed for good until the transaction ends. No row: it was. */
    @SqlQuery("SELECT id FROM holder WHERE id = :holder AND erased_at IS NULL FOR KEY SHARE")
    Optional<UUID> keepOpen(UUID holder);

    /** Locks the holder's row, so that two tabs do not create two cards. */
    @SqlQuery("SELECT id FROM holder WHERE id = :holder FOR UPDATE")
    Optional<UUID> lock(UUID holder);

    @SqlUpdate("""
            INSERT INTO holder_access
                (id, holder_id, kind, code_lookup, code_sealed, pin_hash, state, created_at, confirmed_at)
            VALUES (:id, :holder, 'CARD', :lookup, :sealed, :pinHash, 'ACTIVE', :now, :confirmed)
            """)
    void insertCard(
            UUID id,
            UUID holder,
            byte[] lookup,
            byte[] sealed,
            String pinHash,
            Instant now,
            @Nullable Instant confirmed);

    @SqlUpdate("""
            UPDATE holder_access SET state = 'REPLACED', code_sealed = NULL
            WHERE holder_id = :holder AND state = 'ACTIVE'
            """)
    int replaceCards(UUID holder);

    /** The card in force opens nothing from now on; until then its holder may object with it. */
    @SqlUpdate("""
            UPDATE holder_access SET state = 'WAITING', waits_until = :until, code_sealed = NULL
            WHERE holder_id = :holder AND state = 'ACTIVE'
            """)
    int letCardWait(UUID holder, Instant until);

    @SqlQuery("SELECT close_slips_of_holder()::text")
    String closeSlips();

    @SqlQuery("""
            SELECT card.id, card.code_sealed, card.pin_hash, card.confirmed_at, card.created_at, c.public_name, c.public_phone
            FROM holder_access card LEFT JOIN contact_of_holder() c ON true
            WHERE card.holder_id = :holder AND card.kind = 'CARD' AND card.state = 'ACTIVE'
            """)
    Optional<CardRow> card(UUID holder);

    @SqlUpdate("""
            UPDATE holder_access SET confirmed_at = :now
            WHERE holder_id = :holder AND state = 'ACTIVE' AND confirmed_at IS NULL
            """)
    int confirm(UUID holder, Instant now);

    @SqlQuery("SELECT holder_id, access_id FROM locate_holder_access(:lookup)")
    Optional<AccessLocationRow> locate(byte[] lookup);

    /**
     * Counts an attempt before its PIN is compared, so that simultaneous attempts cannot exceed the limit together. Every
     * fifth attempt locks the card: for one hour, then two, four, up to a day. No row: locked, or replaced.
     */
    @SqlQuery("""
            UPDATE holder_access
            SET failed_pins = failed_pins + 1,
                locked_until = CASE WHEN (failed_pins + 1) % 5 = 0
                    THEN CAST(:now AS timestamptz) + make_interval(hours => least(24, power(2, least(5, (failed_pins + 1) / 5 - 1))::integer))
                    END
            WHERE id = :access AND holder_id = :holder AND (state IN ('ACTIVE', 'JOINED') OR waits_until > :now)
              AND (locked_until IS NULL OR locked_until <= :now)
            RETURNING pin_hash, failed_pins, state
            """)
    Optional<CardAttemptRow> attempt(UUID access, UUID holder, Instant now);

    /** The same without counting, and of a locked card too: for a device with a count of its own. */
    @SqlQuery("""
            SELECT pin_hash, failed_pins, state FROM holder_access
            WHERE id = :access AND holder_id = :holder AND (state IN ('ACTIVE', 'JOINED') OR waits_until > :now)
            """)
    Optional<CardAttemptRow> look(UUID access, UUID holder, Instant now);

    /** Whether a card with this PIN is in force, once the holder is locked. */
    @SqlQuery("""
            SELECT EXISTS (SELECT FROM holder_access
                           WHERE id = :card AND holder_id = :holder AND pin_hash = :pinHash AND state = 'ACTIVE')
            """)
    boolean inForce(UUID card, UUID holder, String pinHash);

    /** The first use of a card ends its being shown. */
    @SqlUpdate("""
            UPDATE holder_access SET code_sealed = NULL, confirmed_at = coalesce(confirmed_at, :now)
            WHERE id = :access AND holder_id = :holder AND state = 'ACTIVE'
            """)
    int used(UUID access, UUID holder, Instant now);

    /** Forgets wrong PINs. */
    @SqlUpdate("""
            UPDATE holder_access SET failed_pins = 0, locked_until = NULL
            WHERE id = :access AND holder_id = :holder
            """)
    int pinWasRight(UUID access, UUID holder);

    @SqlUpdate("""
            UPDATE holder_access SET pin_hash = :pinHash, failed_pins = 0, locked_until = NULL
            WHERE holder_id = :holder AND state = 'ACTIVE'
            """)
    int changePin(UUID holder, String pinHash);

    @SqlUpdate("""
            INSERT INTO holder_visit (id, holder_id, created_at, how, phone_name) VALUES (:id, :holder, :now, :how, :phone)
            """)
    void visit(UUID id, UUID holder, Instant now, String how, @Nullable String phone);

    @SqlQuery("""
            SELECT id, created_at AS at, how, phone_name AS phone
            FROM holder_visit WHERE holder_id = :holder
            ORDER BY created_at DESC, id DESC LIMIT :limit
            """)
    List<VisitRow> visits(UUID holder, int limit);

    @SqlQuery("SELECT end_access_waits(:now)::text")
    String endWaits(Instant now);

    @SqlQuery("SELECT forget_shown_cards(:before)::text")
    String forgetShownCards(Instant before);
}
