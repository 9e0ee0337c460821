package fr.badgesiae.api.trust.imported;

import fr.badgesiae.verifier.trust.SignedTrustList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of pinned signers and of the entries of their lists. */
@RegisterConstructorMapper(SignerRow.class)
@RegisterConstructorMapper(PinnedRow.class)
@RegisterConstructorMapper(ImportedRow.class)
public interface SignerDao {
    /** Pins the signer unless pinned; keeps the highest sequence number ever accepted from it. */
    @SqlUpdate("""
            INSERT INTO trust_signer (id, organisation_id, name, did, address, created_at, pinned_by, sequence)
            VALUES (:id, :organisation, :form.name, :form.did, :form.address, :now, :by,
                (SELECT coalesce(max(old.sequence), 0) FROM trust_signer old
                 WHERE old.organisation_id = :organisation AND old.did = :form.did))
            ON CONFLICT (organisation_id, did) WHERE unpinned_at IS NULL DO NOTHING
            """)
    int pin(UUID id, UUID organisation, @BindMethods("form") SignerForm form, Instant now, UUID by);

    @SqlUpdate("""
            UPDATE trust_signer SET unpinned_at = :now
            WHERE id = :id AND organisation_id = :organisation AND unpinned_at IS NULL
            """)
    int unpin(UUID id, UUID organisation, Instant now);

    @SqlQuery("""
            SELECT id, name, did, address, created_at AS pinned_at, tried_at, problem, sequence, accepted_at, issued_at, expires_at,
                   entries, left_out
            FROM trust_signer
            WHERE organisation_id = :organisation AND unpinned_at IS NULL
            ORDER BY lower(name), id
            LIMIT :most
            """)
    List<SignerRow> of(UUID organisation, int most);

    @SqlQuery("""
            SELECT id, name, did, address, created_at AS pinned_at, tried_at, problem, sequence, accepted_at, issued_at, expires_at,
                   entries, left_out
            FROM trust_signer
            WHERE id = :id AND organisation_id = :organisation AND unpinned_at IS NULL
            """)
    Optional<SignerRow> find(UUID id, UUID organisation);

    /** Locks the row: two concurrent fetches of one list must not mix their entries. */
    @SqlQuery("""
            SELECT id, name, did, address, created_at AS pinned_at, tried_at, problem, sequence, accepted_at, issued_at, expires_at,
                   entries, left_out
            FROM trust_signer
            WHERE id = :id AND organisation_id = :organisation AND unpinned_at IS NULL
            FOR UPDATE
            """)
    Optional<SignerRow> lock(UUID id, UUID organisation);

    @SqlUpdate("""
            UPDATE trust_signer SET tried_at = :now, problem = :problem
            WHERE id = :id AND organisation_id = :organisation
            """)
    int tried(UUID id, UUID organisation, Instant now, @Nullable ImportProblem problem);

    @SqlUpdate("""
            UPDATE trust_signer
            SET tried_at = :now, problem = NULL, accepted_at = :now, sequence = :sequence, issued_at = :issuedAt,
                expires_at = :expiresAt, entries = :entries, left_out = :leftOut
            WHERE id = :id AND organisation_id = :organisation
            """)
    int accepted(
            UUID id,
            UUID organisation,
            Instant now,
            long sequence,
            Instant issuedAt,
            Instant expiresAt,
            int entries,
            int leftOut);

    @SqlUpdate("DELETE FROM trust_entry WHERE signer_id = :signer AND organisation_id = :organisation")
    int forget(UUID signer, UUID organisation);

    @SqlBatch("""
            INSERT INTO trust_entry (signer_id, organisation_id, issuer, name, siret, state, state_changed_on)
            VALUES (:signer, :organisation, :entry.id, :entry.name, :entry.siret, :entry.state, :entry.since)
            """)
    void insert(UUID signer, UUID organisation, @BindMethods("entry") List<SignedTrustList.Entry> entry);

    @SqlQuery("SELECT organisation_id, signer_id FROM pinned_signers()")
    List<PinnedRow> pinned();

    @SqlQuery("SELECT name, siret, network, state, since FROM imported_issuer(:issuer, :at)")
    Optional<ImportedRow> imported(String issuer, Instant at);
}
