package fr.badgesiae.api.edition;

import fr.badgesiae.api.credential.CredentialState;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.statuslist.StatusIndex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of the editions of one badge. */
@RegisterConstructorMapper(EditionDao.BadgeRow.class)
@RegisterConstructorMapper(EditionDao.SaidRow.class)
@RegisterConstructorMapper(EditionDao.EditionRow.class)
@RegisterConstructorMapper(EditionDao.CopyRow.class)
@RegisterConstructorMapper(StatusIndex.class)
public interface EditionDao {
    /** A badge as it was accepted. */
    record BadgeRow(UUID id, UUID awardId, UUID organisationId) {}

    /** What was accepted, as far as the desk still has it. */
    record SaidRow(UUID offerId, UUID workerId, LocalDate awardedOn, String narrative, String evidence) {}

    /** An edition in force, or about to be signed. */
    record EditionRow(UUID id, CredentialState state) {}

    /** A copy in a wallet, and the badge as it was accepted. */
    record CopyRow(UUID organisationId, UUID badgeId) {}

    /** A badge in force of this holder: this one, or the one that took its place when the name was corrected. */
    @SqlQuery("""
            SELECT c.id, c.award_id, c.organisation_id
            FROM credential asked
            JOIN credential c ON c.award_id = asked.award_id AND c.holder_id = asked.holder_id
                AND c.edition = 1 AND c.state = 'ISSUED'
            WHERE asked.id = :badge AND asked.holder_id = :holder
              AND (c.id = asked.id OR is_superseded(asked.id))
            """)
    Optional<BadgeRow> badge(UUID badge, UUID holder);

    /** As an erasure does, the space is locked before the file, and the file before the badge. */
    @SqlQuery("SELECT true FROM holder WHERE id = :holder AND erased_at IS NULL FOR KEY SHARE")
    Optional<Boolean> lockSpace(UUID holder);

    /** Locks a badge in force: two wishes, or a wish and a revocation, come one after the other. */
    @SqlQuery("SELECT true FROM credential WHERE id = :badge AND state = 'ISSUED' FOR UPDATE")
    Optional<Boolean> lock(UUID badge);

    /** The same in whichever state. */
    @SqlQuery("SELECT true FROM credential WHERE id = :badge AND organisation_id = :organisation FOR UPDATE")
    Optional<Boolean> lockBadge(UUID badge, UUID organisation);

    /** The desk file of the badge, which an erasure locks before any of its badges. */
    @SqlQuery("""
            SELECT true FROM worker w
            WHERE w.organisation_id = :organisation AND w.id = (
                SELECT c.worker_id FROM credential c WHERE c.id = :badge AND c.organisation_id = :organisation)
            FOR KEY SHARE
            """)
    List<Boolean> lockFile(UUID badge, UUID organisation);

    /** Nothing once the desk file of the person is erased; it is not erased before the caller's transaction ends. */
    @SqlQuery("""
            SELECT a.offer_id, a.worker_id, a.awarded_on, o.narrative, o.evidence
            FROM award a
            JOIN offer o ON o.id = a.offer_id AND o.organisation_id = a.organisation_id
            JOIN worker w ON w.id = a.worker_id AND w.organisation_id = a.organisation_id
            WHERE a.id = :award AND a.organisation_id = :organisation AND w.erased_at IS NULL
            FOR SHARE OF w
            """)
    Optional<SaidRow> said(UUID award, UUID organisation);

    /** The version in which the badge stands, or will as soon as its corrected text is signed; the badge is locked. */
    @SqlQuery("""
            SELECT coalesce(s.achievement_version_id, c.achievement_version_id, a.achievement_version_id)
            FROM award a
            JOIN credential c ON c.award_id = a.id AND c.edition = 1 AND c.state <> 'VOIDED'
            LEFT JOIN credential s ON s.supersedes = c.id AND s.award_id = a.id AND s.state = 'PREPARED'
            WHERE a.id = :award AND a.organisation_id = :organisation
            LIMIT 1
            """)
    UUID text(UUID award, UUID organisation);

    /** A link's edition is in no wallet, and a wallet's belongs to that wallet's key. What has an earlier text is another. */
    @SqlQuery("""
            SELECT c.id, c.state
            FROM credential c
            JOIN award a ON a.id = c.award_id AND a.organisation_id = c.organisation_id
            WHERE c.award_id = :award AND c.organisation_id = :organisation AND c.state IN ('PREPARED', 'ISSUED')
              AND c.name_choice = :name AND c.displayed_name IS NOT DISTINCT FROM :displayed
              AND c.shows_evidence = :evidence
              AND c.wallet IS NOT DISTINCT FROM :wallet AND c.wallet_key IS NOT DISTINCT FROM :key
              AND coalesce(c.achievement_version_id, a.achievement_version_id) = :text
              AND coalesce(c.valid_until > :now, true)
            ORDER BY c.edition
            LIMIT 1
            """)
    Optional<EditionRow> find(
            UUID award,
            UUID organisation,
            UUID text,
            NameChoice name,
            @Nullable String displayed,
            boolean evidence,
            @Nullable WalletKind wallet,
            @Nullable String key,
            Instant now);

    /** Editions in wallets and on paper that have not ended, signed or about to be. */
    @SqlQuery("""
            SELECT count(*) FROM credential c
            WHERE c.award_id = :award AND c.organisation_id = :organisation AND c.state IN ('PREPARED', 'ISSUED')
              AND c.wallet IS NOT NULL AND coalesce(c.valid_until > :now, true)
            """)
    int copies(UUID award, UUID organisation, Instant now);

    /**
     * Gives up the oldest copy that nobody has signed although its signer had the time: no wallet has it, and it keeps the place of
     * one that waits.
     */
    @SqlUpdate("""
            WITH dropped AS (
                UPDATE credential
                SET state = 'VOIDED', lease = NULL, lease_until = NULL
                WHERE id = (SELECT c.id FROM credential c
                            WHERE c.award_id = :award AND c.organisation_id = :organisation AND c.state = 'PREPARED'
                              AND c.wallet IS NOT NULL AND c.lease_until < :now
                            ORDER BY c.created_at, c.id
                            LIMIT 1
                            FOR UPDATE)
                  AND organisation_id = :organisation
                RETURNING id)
            DELETE FROM credential_document d USING dropped WHERE d.credential_id = dropped.id
            """)
    int dropUnsigned(UUID award, UUID organisation, Instant now);

    /** Whether a copy of the badge for this wallet was withdrawn since an offer was made; the badge is locked. */
    @SqlQuery("""
            SELECT EXISTS (
                SELECT FROM credential c
                WHERE c.award_id = :award AND c.organisation_id = :organisation AND c.wallet = :wallet
                  AND c.wallet_key IS NOT DISTINCT FROM :key AND c.withdrawn_at >= :since)
            """)
    boolean withdrawnSince(UUID award, UUID organisation, WalletKind wallet, @Nullable String key, Instant since);

    /** A copy of this holder in a wallet, in whichever state. */
    @SqlQuery("""
            SELECT c.organisation_id, accepted.id AS badge_id
            FROM credential c
            JOIN credential accepted ON accepted.award_id = c.award_id AND accepted.edition = 1 AND accepted.state <> 'VOIDED'
            WHERE c.id = :copy AND c.holder_id = :holder AND c.wallet IS NOT NULL AND c.state <> 'VOIDED'
            """)
    Optional<CopyRow> copy(UUID copy, UUID holder);

    /** One that is not signed yet loses its signer. */
    @SqlUpdate("""
            WITH dropped AS (
                UPDATE credential
                SET state = 'VOIDED', lease = NULL, lease_until = NULL, withdrawn_at = :now
                WHERE id = :copy AND organisation_id = :organisation AND wallet IS NOT NULL AND state = 'PREPARED'
                RETURNING id)
            DELETE FROM credential_document d USING dropped WHERE d.credential_id = dropped.id
            """)
    int drop(UUID copy, UUID organisation, Instant now);

    @SqlQuery("""
            UPDATE credential SET state = 'REVOKED', revoked_at = :now, public_reason = 'HOLDER_REQUEST', withdrawn_at = :now
            WHERE id = :copy AND organisation_id = :organisation AND wallet IS NOT NULL AND state = 'ISSUED'
            RETURNING status_list_id AS list, status_index AS index
            """)
    Optional<StatusIndex> withdraw(UUID copy, UUID organisation, Instant now);

    @SqlQuery("SELECT state = 'VOIDED' FROM credential WHERE id = :id AND organisation_id = :organisation")
    boolean isVoided(UUID id, UUID organisation);

    /** The number of the next edition; those that were given up keep theirs. */
    @SqlQuery("SELECT max(c.edition) + 1 FROM credential c WHERE c.award_id = :award")
    int next(UUID award);
}
