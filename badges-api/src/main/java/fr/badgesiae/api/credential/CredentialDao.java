package fr.badgesiae.api.credential;

import fr.badgesiae.api.credential.sign.SignedForms;
import fr.badgesiae.api.statuslist.StatusIndex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of awards and credentials. Signed documents have a table of their own, which no list reads. */
@RegisterConstructorMapper(CredentialRow.class)
@RegisterConstructorMapper(CredentialDao.UnfinishedRow.class)
@RegisterConstructorMapper(SignedForms.class)
@RegisterConstructorMapper(CredentialDao.ReleasedRow.class)
@RegisterConstructorMapper(ListCredentials.Line.class)
@RegisterConstructorMapper(CredentialDao.BadgeRow.class)
@RegisterConstructorMapper(StatusIndex.class)
public interface CredentialDao {
    /** What recovery reads of a credential in any state. */
    record UnfinishedRow(
            CredentialState state,
            UUID awardId,
            int edition,
            UUID offerId,
            @Nullable UUID supersedes,
            @Nullable String payload,
            @Nullable UUID lease) {}

    /** A released credential, its person's name, its organisation's town and its signed JSON. */
    record ReleasedRow(
            @Nested CredentialRow credential,
            String person,
            String town,
            @Nullable UUID renewedBy,
            @Nullable UUID renewal,
            String document) {}

    /** The number of the edition that the offer led to. */
    int ACCEPTED = 1;

    /** The badge as its holder accepted it. Later editions are the holder's alone: the organisation does not see them. */
    String AS_ACCEPTED = " AND c.edition = 1";

    String COLUMNS = """
            SELECT c.id, c.award_id, a.offer_id, c.organisation_id, c.worker_id, c.holder_id, c.state, c.status_list_id,
                   c.status_index, c.achievement_name, c.image_url, a.awarded_on, c.displayed_name, c.shows_evidence,
                   c.valid_from, c.valid_until, c.issued_at, c.revoked_at, c.public_reason,
                   c.private_note
            FROM credential c JOIN award a ON a.id = c.award_id
            """;

    @SqlUpdate("""
            INSERT INTO award
                (id, organisation_id, offer_id, worker_id, holder_id, achievement_version_id, awarded_on, state, created_at)
            VALUES (:id, :organisation, :offer, :worker, :holder, :achievementVersion, :awardedOn, 'LIVE', :now)
            """)
    void insertAward(
            UUID id,
            UUID organisation,
            UUID offer,
            UUID worker,
            UUID holder,
            UUID achievementVersion,
            LocalDate awardedOn,
            Instant now);

    @SqlUpdate("""
            WITH prepared AS (
                INSERT INTO credential
                    (id, organisation_id, award_id, edition, worker_id, holder_id, state, status_list_id, status_index,
                     achievement_version_id, achievement_name, image_url, displayed_name, name_choice, shows_evidence, wallet, wallet_key,
                     supersedes, valid_from, valid_until, lease, lease_until, created_at)
                VALUES (:id, :organisation, :award, :edition, :person, :holder, 'PREPARED', :statusList, :statusIndex,
                        :text, :achievementName, :imageUrl, :displayedName, :nameChoice, :showsEvidence, :wallet, :walletKey,
                        :supersedes, :validFrom, :validUntil, :lease, :leaseUntil, :now)
                RETURNING id, organisation_id, holder_id)
            INSERT INTO credential_document (credential_id, organisation_id, holder_id, payload)
            SELECT prepared.id, prepared.organisation_id, prepared.holder_id, :payload FROM prepared
            """)
    void insertPrepared(@BindMethods PrepareCredential.PreparedRow credential);

    @SqlQuery("""
            SELECT c.state, c.award_id, c.edition, a.offer_id, c.supersedes, d.payload, c.lease
            FROM credential c
            JOIN award a ON a.id = c.award_id
            LEFT JOIN credential_document d ON d.credential_id = c.id
            WHERE c.id = :id AND c.organisation_id = :organisation
            """)
    Optional<UnfinishedRow> unfinished(UUID id, UUID organisation);

    @SqlQuery("SELECT state FROM credential WHERE id = :id AND organisation_id = :organisation")
    Optional<CredentialState> state(UUID id, UUID organisation);

    /** Releases exactly once: of two signers, the holder of the current lease wins; the other changes no row. */
    @SqlUpdate("""
            WITH won AS (
                UPDATE credential
                SET state = 'ISSUED', issued_at = :now, lease = NULL, lease_until = NULL
                WHERE id = :id AND organisation_id = :organisation AND state = 'PREPARED' AND lease = :lease
                  AND EXISTS (SELECT FROM credential_document there WHERE there.credential_id = credential.id)
                RETURNING id)
            UPDATE credential_document d
            SET document = :document, jwt = :jwt, payload = NULL
            FROM won
            WHERE d.credential_id = won.id
            """)
    int issue(UUID id, UUID organisation, UUID lease, String document, String jwt, Instant now);

    @SqlUpdate("""
            WITH refused AS (
                UPDATE credential
                SET state = 'VOIDED', lease = NULL, lease_until = NULL
                WHERE id = :id AND organisation_id = :organisation AND state = 'PREPARED' AND lease = :lease
                RETURNING id)
            DELETE FROM credential_document d USING refused WHERE d.credential_id = refused.id
            """)
    int refuse(UUID id, UUID organisation, UUID lease);

    @SqlUpdate("UPDATE award SET state = 'VOIDED' WHERE id = :id AND organisation_id = :organisation")
    int refuseAward(UUID id, UUID organisation);

    /** Later editions that are not signed yet lose their signer. */
    @SqlUpdate("""
            WITH dropped AS (
                UPDATE credential
                SET state = 'VOIDED', lease = NULL, lease_until = NULL
                WHERE award_id = :award AND organisation_id = :organisation AND state = 'PREPARED'
                RETURNING id)
            DELETE FROM credential_document d USING dropped WHERE d.credential_id = dropped.id
            """)
    int dropPrepared(UUID award, UUID organisation);

    @SqlQuery(
            "SELECT lock_spaces_of_file(c.worker_id) FROM credential c WHERE c.id = :id AND c.organisation_id = :organisation")
    List<Long> lockSpaces(UUID id, UUID organisation);

    @SqlQuery("""
            SELECT true FROM worker w
            WHERE w.organisation_id = :organisation AND w.id = (
                SELECT c.worker_id FROM credential c WHERE c.id = :id AND c.organisation_id = :organisation)
            FOR KEY SHARE
            """)
    List<Boolean> lockFile(UUID id, UUID organisation);

    /** The badge as it was accepted; whoever holds its lock decides on the other editions too. */
    @SqlQuery(COLUMNS + "WHERE c.id = :id AND c.organisation_id = :organisation" + AS_ACCEPTED + " FOR UPDATE OF c")
    Optional<CredentialRow> lock(UUID id, UUID organisation);

    /** Revokes every edition that is in force or paused, of the award and of those that it renewed. */
    @SqlQuery("""
            UPDATE credential
            SET state = 'REVOKED', revoked_at = :now, public_reason = :reason,
                private_note = CASE WHEN edition = 1 AND hidden_at IS NULL THEN :note END,
                pause_ended_at = CASE WHEN is_pause(public_reason) THEN CAST(:now AS timestamptz) END
            WHERE award_id IN (SELECT r.id FROM renewed_awards(:award) r) AND organisation_id = :organisation
              AND (state = 'ISSUED' OR is_pause(public_reason))
            RETURNING status_list_id AS list, status_index AS index
            """)
    List<StatusIndex> revoke(UUID award, UUID organisation, PublicReason reason, String note, Instant now);

    @SqlQuery(COLUMNS
            + "WHERE c.id = :id AND c.organisation_id = :organisation AND c.state <> 'VOIDED' AND c.hidden_at IS NULL"
            + AS_ACCEPTED)
    Optional<CredentialRow> find(UUID id, UUID organisation);

    /** A released credential of any edition: whoever asks has its file. */
    @SqlQuery(COLUMNS
            + "WHERE c.id = :id AND c.organisation_id = :organisation AND c.state IN ('ISSUED', 'REVOKED')"
            + " AND c.hidden_at IS NULL")
    Optional<CredentialRow> edition(UUID id, UUID organisation);

    /** A credential with the name of its person, the town of its organisation and its signed JSON, once released. */
    @SqlQuery("""
            SELECT c.id, c.award_id, a.offer_id, c.organisation_id, c.worker_id, c.holder_id, c.state, c.status_list_id,
                   c.status_index, c.achievement_name, c.image_url, a.awarded_on, c.displayed_name, c.shows_evidence,
                   c.valid_from, c.valid_until, c.issued_at, c.revoked_at, c.public_reason,
                   CASE WHEN is_pause(c.public_reason) THEN c.pause_note ELSE c.private_note END AS private_note,
                   coalesce(w.first_name || ' ' || w.last_name, '') AS person, o.town, renewed_by(c.id) AS renewed_by,
                   (SELECT r.id FROM offer r WHERE r.renews = c.award_id AND r.organisation_id = c.organisation_id
                      AND r.state IN ('OFFERED', 'DISPUTED') LIMIT 1) AS renewal,
                   d.document
            FROM credential c
            JOIN award a ON a.id = c.award_id
            JOIN organisation o ON o.id = c.organisation_id
            JOIN credential_document d ON d.credential_id = c.id
            LEFT JOIN worker w ON w.id = c.worker_id AND w.organisation_id = c.organisation_id
            WHERE c.id = :id AND c.organisation_id = :organisation AND c.state IN ('ISSUED', 'REVOKED')
              AND c.hidden_at IS NULL
            """ + AS_ACCEPTED)
    Optional<ReleasedRow> released(UUID id, UUID organisation);

    /** Both signed texts, exactly as released. */
    @SqlQuery("""
            SELECT document, jwt FROM credential_document
            WHERE credential_id = :id AND organisation_id = :organisation AND document IS NOT NULL
            """)
    Optional<SignedForms> signed(UUID id, UUID organisation);

    @SqlQuery(COLUMNS + """
            WHERE a.offer_id = :offer AND c.organisation_id = :organisation AND c.state <> 'VOIDED' AND c.hidden_at IS NULL
              AND c.edition = 1
            ORDER BY c.created_at DESC
            LIMIT 1
            """)
    Optional<CredentialRow> ofOffer(UUID offer, UUID organisation);

    @SqlQuery(COLUMNS + """
            WHERE c.worker_id = :worker AND c.organisation_id = :organisation AND c.state <> 'VOIDED' AND c.hidden_at IS NULL
              AND c.edition = 1
            ORDER BY c.created_at DESC, c.id
            """)
    List<CredentialRow> ofWorker(UUID worker, UUID organisation);

    String LINE = """
            SELECT c.id, c.achievement_name, coalesce(w.first_name || ' ' || w.last_name, '') AS person, c.issued_at,
                   c.revoked_at, is_pause(c.public_reason) AS paused,
                   coalesce(c.public_reason = 'RENEWED', false) AS renewed, c.valid_until
            FROM credential c
            LEFT JOIN worker w ON w.id = c.worker_id AND w.organisation_id = c.organisation_id
            WHERE c.organisation_id = :organisation AND c.state IN ('ISSUED', 'REVOKED')
              AND c.hidden_at IS NULL AND c.edition = 1<filters>
            """;

    /** A badge in force that ends within 60 days, and that no open offer renews. */
    String ENDING = "c.state = 'ISSUED' AND c.valid_until > :now"
            + " AND c.valid_until <= CAST(:now AS timestamptz) + interval '60 days'"
            + " AND NOT EXISTS (SELECT FROM offer r WHERE r.renews = c.award_id AND r.organisation_id = c.organisation_id"
            + " AND r.state IN ('OFFERED', 'DISPUTED') AND r.ends_at > :now)";

    /** Of an organisation, for its work list. */
    String COUNT = "SELECT count(*) FROM credential c WHERE c.organisation_id = :organisation AND c.edition = 1 AND ";

    /** The badges that were awarded, for a filter. */
    @SqlQuery("""
            SELECT a.id, a.name FROM achievement a
            WHERE a.organisation_id = :organisation AND a.state <> 'DRAFT'
            ORDER BY lower(a.name COLLATE "fr-x-icu"), a.id
            LIMIT 300
            """)
    List<BadgeRow> badges(UUID organisation);

    /** A badge by which credentials can be filtered. */
    record BadgeRow(UUID id, String name) {}

    /**
     * Paged by the sorted column and the id; empty when the cursor is no issued credential of the organisation.
     *
     * @param filters conditions of this code, each after {@code AND}: each combination uses its index
     * @param order the content of {@code ORDER BY}, of this code
     * @param after the cursor; null on the first page, whose filters do not name it
     */
    @SqlQuery(LINE + "ORDER BY <order> LIMIT :limit")
    List<ListCredentials.Line> page(
            @Define("filters") String filters,
            @Define("order") String order,
            UUID organisation,
            @Nullable UUID person,
            @Nullable UUID badge,
            Instant now,
            @Nullable UUID after,
            int limit);

    @SqlQuery("""
            SELECT EXISTS (SELECT FROM credential WHERE id = :id AND organisation_id = :organisation AND state IN ('ISSUED', 'REVOKED'))
            """)
    boolean isIssued(UUID id, UUID organisation);
}
