package fr.badgesiae.api.claim;

import fr.badgesiae.api.offer.OfferState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/**
 * SQL of offers as claims open and answer them. Each change of state names the state it leaves: of two at the same moment,
 * one changes no row.
 */
@RegisterConstructorMapper(ClaimDao.LocationRow.class)
@RegisterConstructorMapper(ClaimDao.SlipRow.class)
@RegisterConstructorMapper(ClaimDao.OffererRow.class)
@RegisterConstructorMapper(ClaimDao.RenewedRow.class)
@RegisterConstructorMapper(ClaimDao.ProgressRow.class)
@RegisterConstructorMapper(ClaimDao.AttemptRow.class)
public interface ClaimDao {
    String RENEWED = """
            SELECT c.state = 'ISSUED' AS in_force, is_pause(c.public_reason) AS paused,
                   coalesce(c.valid_until <= :now, false) AS lapsed
            FROM credential c WHERE c.id = :badge AND c.organisation_id = :organisation
            """;

    @SqlQuery("SELECT organisation_id, offer_id FROM locate_offer(:lookup)")
    Optional<LocationRow> locate(byte[] lookup);

    /**
     * Counts an attempt before its PIN is compared: attempts at the same moment cannot pass the limit together. No row: locked,
     * ended, the slip is closed, or the code is no longer its code.
     */
    @SqlQuery("""
            UPDATE offer SET failed_pins = failed_pins + 1
            WHERE id = :id AND organisation_id = :organisation AND code_lookup = :lookup
              AND failed_pins < 5 AND pin_hash IS NOT NULL
              AND (state = 'ACCEPTED' OR (state = 'OFFERED' AND ends_at > :now))
            RETURNING pin_hash, failed_pins
            """)
    Optional<AttemptRow> attempt(UUID id, UUID organisation, byte[] lookup, Instant now);

    /** Forgets wrong PINs, unless the slip was replaced since the attempt: a new slip has its own count. */
    @SqlUpdate("""
            UPDATE offer SET failed_pins = 0
            WHERE id = :id AND organisation_id = :organisation AND pin_hash = :pinHash
            """)
    int attemptSucceeded(UUID id, UUID organisation, String pinHash);

    /** Keeps the hash of the PIN until the holder has a card: a claim cut short goes on with the same slip. */
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
    int closeSlip(UUID id, UUID organisation);

    /** The slip still shows the card, until the card was used once. */
    @SqlUpdate("""
            UPDATE offer SET card_kept_at = :now
            WHERE id = :id AND organisation_id = :organisation AND state = 'ACCEPTED' AND card_kept_at IS NULL
            """)
    int keepCard(UUID id, UUID organisation, Instant now);

    @SqlUpdate("""
            UPDATE offer
            SET state = :state, dispute = :dispute, updated_at = :now,
                pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL
            WHERE id = :id AND organisation_id = :organisation AND state = 'OFFERED' AND ends_at > :now
            """)
    int answer(UUID id, UUID organisation, String state, @Nullable String dispute, Instant now);

    @SqlQuery("""
            SELECT state, ends_at, pin_hash IS NOT NULL AS slip_opens, failed_pins
            FROM offer WHERE id = :id AND organisation_id = :organisation
            """)
    Optional<SlipRow> slip(UUID id, UUID organisation);

    /** The hash of the slip's PIN, while the slip opens. */
    @SqlQuery("SELECT pin_hash FROM offer WHERE id = :id AND organisation_id = :organisation AND pin_hash IS NOT NULL")
    Optional<String> slipPin(UUID id, UUID organisation);

    @SqlQuery("""
            SELECT o.public_name, o.town,
                   EXISTS (
                       SELECT FROM network_membership m
                       WHERE m.organisation_id = o.id AND m.state = 'SUSPENDED'
                   ) AS paused
            FROM organisation o WHERE o.id = :organisation
            """)
    Optional<OffererRow> offerer(UUID organisation);

    /** A badge that an offer renews, read before the answer. */
    @SqlQuery(RENEWED)
    Optional<RenewedRow> renewed(UUID badge, UUID organisation, Instant now);

    /** The same, which stays as it is until the transaction ends. */
    @SqlQuery(RENEWED + " FOR SHARE")
    Optional<RenewedRow> lockRenewed(UUID badge, UUID organisation, Instant now);

    /** From here on the transaction sees the rows of the holder too, if there is one. */
    @SqlQuery("""
            SELECT o.state, o.ends_at, o.pin_hash IS NOT NULL AS slip_opens, o.card_kept_at IS NOT NULL AS kept,
                   a.holder_id, a.credential_id,
                   coalesce(c.state IN ('ISSUED', 'REVOKED'), false) AS released,
                   -- one whose name was corrected is revoked, and another stands in its place
                   coalesce(c.state = 'REVOKED', false) AND NOT EXISTS (
                       SELECT FROM credential standing
                       WHERE standing.award_id = c.award_id AND standing.organisation_id = c.organisation_id
                         AND standing.edition = 1 AND standing.state NOT IN ('REVOKED', 'VOIDED')) AS revoked,
                   set_config('app.holder', coalesce(CAST(a.holder_id AS text), ''), true) AS entered
            FROM offer o
            LEFT JOIN acceptance a
                ON a.offer_id = o.id AND a.organisation_id = o.organisation_id AND a.voided_at IS NULL
            LEFT JOIN credential c ON c.id = a.credential_id AND c.organisation_id = a.organisation_id
            WHERE o.id = :id AND o.organisation_id = :organisation
            """)
    Optional<ProgressRow> progress(UUID id, UUID organisation);

    /** The offer that a slip's code leads to. */
    record LocationRow(UUID organisationId, UUID offerId) {}

    /** The columns that decide what a slip opens. */
    record SlipRow(OfferState state, Instant endsAt, boolean slipOpens, int failedPins) {}

    /**
     * The organisation that offers.
     *
     * @param town empty where it gives none
     */
    record OffererRow(String publicName, String town, boolean paused) {}

    /**
     * A badge that an offer renews.
     *
     * @param lapsed whether it is past its end
     */
    record RenewedRow(boolean inForce, boolean paused, boolean lapsed) {}

    /**
     * An offer with its acceptance.
     *
     * @param kept whether the holder said on this claim that they have the card
     * @param holderId null before the acceptance, as is the credential
     * @param released whether the bytes of the credential are out
     * @param revoked whether they count no longer
     */
    record ProgressRow(
            OfferState state,
            Instant endsAt,
            boolean slipOpens,
            boolean kept,
            @Nullable UUID holderId,
            @Nullable UUID credentialId,
            boolean released,
            boolean revoked) {}

    /** The hash that an attempt is compared with, and the count of attempts with it. */
    record AttemptRow(String pinHash, int failedPins) {}
}
