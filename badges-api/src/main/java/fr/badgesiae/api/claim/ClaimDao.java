package fr.badgesiae.api.claim;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * SQL of offers as claims open and answer them. Each change of state names the state it leaves: of two at the same moment,
 * one changes no row.
 */
@RegisterConstructorMapper(SlipLocationRow.class)
@RegisterConstructorMapper(PinAttemptRow.class)
public interface ClaimDao {
    @SqlQuery("SELECT organisation_id, offer_id FROM locate_offer(:lookup)")
    Optional<SlipLocationRow> locate(byte[] lookup);

    /**
     * Counts an attempt before it is judged, so that attempts made at the same moment cannot pass the limit together. No row:
     * locked, ended, or the slip opens nothing any more.
     */
    @SqlQuery("""
            UPDATE offer SET failed_pins = failed_pins + 1
            WHERE id = :id AND organisation_id = :organisation AND failed_pins < 5 AND pin_hash IS NOT NULL
              AND (state = 'ACCEPTED' OR (state = 'OFFERED' AND ends_at > :now))
            RETURNING pin_hash, failed_pins
            """)
    Optional<PinAttemptRow> attempt(UUID id, UUID organisation, Instant now);

    /** The PIN was right. Compared with the hash that was judged: a re-issue in between has its own count. */
    @SqlUpdate("""
            UPDATE offer SET failed_pins = 0
            WHERE id = :id AND organisation_id = :organisation AND pin_hash = :pinHash
            """)
    int attemptSucceeded(UUID id, UUID organisation, String pinHash);

    /** The PIN's hash stays until the holder has a card: a claim cut short goes on with the same slip. */
    @SqlUpdate("""
            UPDATE offer
            SET state = 'ACCEPTED', updated_at = :now, failed_pins = 0, code_sealed = NULL, pin_sealed = NULL
            WHERE id = :id AND organisation_id = :organisation AND state = 'OFFERED' AND ends_at > :now
            """)
    int accept(UUID id, UUID organisation, Instant now);

    @SqlUpdate("""
            UPDATE offer SET pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL
            WHERE id = :id AND organisation_id = :organisation AND state = 'ACCEPTED'
            """)
    int slipIsDead(UUID id, UUID organisation);

    @SqlUpdate("""
            UPDATE offer
            SET state = :state, dispute = :dispute, updated_at = :now,
                pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL
            WHERE id = :id AND organisation_id = :organisation AND state = 'OFFERED' AND ends_at > :now
            """)
    int answer(UUID id, UUID organisation, String state, String dispute, Instant now);

    @SqlQuery("SELECT pin_hash IS NOT NULL FROM offer WHERE id = :id AND organisation_id = :organisation")
    Optional<Boolean> slipOpens(UUID id, UUID organisation);
}
