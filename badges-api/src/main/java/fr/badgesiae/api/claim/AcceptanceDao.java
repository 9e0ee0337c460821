package fr.badgesiae.api.claim;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of acceptances. */
@RegisterConstructorMapper(AcceptanceDao.AcceptanceRow.class)
public interface AcceptanceDao {
    @SqlUpdate("""
            INSERT INTO acceptance (id, organisation_id, offer_id, holder_id, credential_id, how, witness, name_choice,
                show_evidence, text_hash, created_at)
            VALUES (:id, :organisation, :offer, :holder, :credential, :how, :witness, :nameChoice,
                :showEvidence, :textHash, :now)
            """)
    void insert(
            UUID id,
            UUID organisation,
            UUID offer,
            UUID holder,
            UUID credential,
            AcceptOffer.How how,
            @Nullable UUID witness,
            String nameChoice,
            boolean showEvidence,
            byte[] textHash,
            Instant now);

    @SqlQuery("""
            SELECT id, organisation_id, offer_id, holder_id, credential_id, how, created_at AS accepted_at, withdrawn_at,
                   organisation_zone(organisation_id) AS time_zone
            FROM acceptance WHERE offer_id = :offer AND organisation_id = :organisation AND voided_at IS NULL
            """)
    Optional<AcceptanceRow> ofOffer(UUID offer, UUID organisation);

    @SqlQuery("""
            SELECT id, organisation_id, offer_id, holder_id, credential_id, how, created_at AS accepted_at, withdrawn_at,
                   organisation_zone(organisation_id) AS time_zone
            FROM acceptance WHERE credential_id = :credential AND holder_id = :holder AND voided_at IS NULL
            """)
    Optional<AcceptanceRow> ofHolder(UUID credential, UUID holder);

    @SqlUpdate("""
            UPDATE acceptance SET withdrawn_at = :now
            WHERE id = :id AND holder_id = :holder AND withdrawn_at IS NULL AND created_at > :since
            """)
    int withdraw(UUID id, UUID holder, Instant now, Instant since);

    @SqlUpdate("""
            UPDATE acceptance SET voided_at = :now
            WHERE offer_id = :offer AND organisation_id = :organisation AND voided_at IS NULL
            """)
    int voided(UUID offer, UUID organisation, Instant now);

    /** A row of {@code acceptance}. */
    record AcceptanceRow(
            UUID id,
            UUID organisationId,
            UUID offerId,
            UUID holderId,
            UUID credentialId,
            AcceptOffer.How how,
            Instant acceptedAt,
            @Nullable Instant withdrawnAt,
            String timeZone) {}
}
