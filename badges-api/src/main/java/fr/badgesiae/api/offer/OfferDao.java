package fr.badgesiae.api.offer;

import fr.badgesiae.api.offer.slip.SlipSecrets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** SQL of offers. Each change of state names the state it leaves: of two at the same moment, one changes no row. */
@RegisterConstructorMapper(OfferRow.class)
@RegisterConstructorMapper(OfferLocationRow.class)
public interface OfferDao {
    @SqlUpdate("""
            INSERT INTO offer (id, organisation_id, worker_id, achievement_version_id, narrative, evidence, state,
                offered_by, created_at, offered_at, updated_at, ends_at, code_lookup, pin_hash, code_sealed, pin_sealed)
            VALUES (:id, :organisation, :worker, :version, :narrative, :evidence, 'OFFERED',
                :by, :now, :now, :now, :ends, :s.lookup, :s.pinHash, :s.codeSealed, :s.pinSealed)
            """)
    void insert(
            UUID id,
            UUID organisation,
            UUID worker,
            UUID version,
            String narrative,
            String evidence,
            UUID by,
            Instant now,
            Instant ends,
            @BindMethods("s") SlipSecrets s);

    @SqlQuery("""
            SELECT id, organisation_id, worker_id, achievement_version_id, narrative, evidence, state, dispute,
                   offered_by, created_at, offered_at, ends_at, pin_hash, code_sealed, pin_sealed, failed_pins, prints
            FROM offer WHERE id = :id AND organisation_id = :organisation
            """)
    Optional<OfferRow> find(UUID id, UUID organisation);

    @SqlQuery("""
            SELECT id, organisation_id, worker_id, achievement_version_id, narrative, evidence, state, dispute,
                   offered_by, created_at, offered_at, ends_at, pin_hash, code_sealed, pin_sealed, failed_pins, prints
            FROM offer WHERE id = :id AND organisation_id = :organisation FOR UPDATE
            """)
    Optional<OfferRow> lock(UUID id, UUID organisation);

    /** Newest first, paged by (created, id). */
    @SqlQuery("""
            SELECT id, organisation_id, worker_id, achievement_version_id, narrative, evidence, state, dispute,
                   offered_by, created_at, offered_at, ends_at, pin_hash, code_sealed, pin_sealed, failed_pins, prints
            FROM offer
            WHERE organisation_id = :organisation
              AND (created_at, id) < (:beforeTime, :beforeId)
            ORDER BY created_at DESC, id DESC
            LIMIT :limit
            """)
    List<OfferRow> page(UUID organisation, Instant beforeTime, UUID beforeId, int limit);

    /** The same of one state: a statement of its own, since a condition that may be absent keeps its index unused. */
    @SqlQuery("""
            SELECT id, organisation_id, worker_id, achievement_version_id, narrative, evidence, state, dispute,
                   offered_by, created_at, offered_at, ends_at, pin_hash, code_sealed, pin_sealed, failed_pins, prints
            FROM offer
            WHERE organisation_id = :organisation AND state = :state
              AND (created_at, id) < (:beforeTime, :beforeId)
            ORDER BY created_at DESC, id DESC
            LIMIT :limit
            """)
    List<OfferRow> pageOfState(UUID organisation, String state, Instant beforeTime, UUID beforeId, int limit);

    @SqlQuery("SELECT organisation_id, offer_id FROM ended_offers(:now, :most)")
    List<OfferLocationRow> ended(Instant now, int most);

    @SqlUpdate("""
            UPDATE offer SET prints = prints + 1
            WHERE id = :id AND organisation_id = :organisation
            """)
    int printed(UUID id, UUID organisation);

    @SqlUpdate("""
            UPDATE offer
            SET state = 'OFFERED', dispute = NULL, narrative = :narrative, evidence = :evidence,
                offered_at = :now, updated_at = :now, ends_at = :ends, failed_pins = 0, code_lookup = :s.lookup,
                pin_hash = :s.pinHash, code_sealed = :s.codeSealed, pin_sealed = :s.pinSealed
            WHERE id = :id AND organisation_id = :organisation
              AND state IN ('OFFERED', 'DISPUTED', 'EXPIRED')
            """)
    int offerAgain(
            UUID id,
            UUID organisation,
            String narrative,
            String evidence,
            Instant now,
            Instant ends,
            @BindMethods("s") SlipSecrets s);

    /** A new slip for somebody who accepted and was cut short before they had a card. */
    @SqlUpdate("""
            UPDATE offer
            SET updated_at = :now, failed_pins = 0, code_lookup = :s.lookup,
                pin_hash = :s.pinHash, code_sealed = :s.codeSealed, pin_sealed = :s.pinSealed
            WHERE id = :id AND organisation_id = :organisation AND state = 'ACCEPTED' AND pin_hash IS NOT NULL
            """)
    int reissueUnfinished(UUID id, UUID organisation, Instant now, @BindMethods("s") SlipSecrets s);

    @SqlUpdate("""
            UPDATE offer
            SET state = 'CANCELLED', updated_at = :now, pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL
            WHERE id = :id AND organisation_id = :organisation AND state IN ('OFFERED', 'DISPUTED')
            """)
    int cancel(UUID id, UUID organisation, Instant now);

    @SqlUpdate("""
            UPDATE offer
            SET state = 'EXPIRED', updated_at = :now, pin_hash = NULL, code_sealed = NULL, pin_sealed = NULL
            WHERE id = :id AND organisation_id = :organisation AND state IN ('OFFERED', 'DISPUTED') AND ends_at <= :now
            """)
    int expire(UUID id, UUID organisation, Instant now);

    /** After our own verifier refused what was signed: open again, with a new slip. */
    @SqlUpdate("""
            UPDATE offer
            SET state = 'OFFERED', updated_at = :now, offered_at = :now, ends_at = :ends, failed_pins = 0,
                code_lookup = :s.lookup, pin_hash = :s.pinHash, code_sealed = :s.codeSealed, pin_sealed = :s.pinSealed
            WHERE id = :id AND organisation_id = :organisation AND state = 'ACCEPTED'
            """)
    int reopen(UUID id, UUID organisation, Instant now, Instant ends, @BindMethods("s") SlipSecrets s);
}
