package fr.badgesiae.api.wallet.openid;

import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.sign.SignedForms;
import fr.badgesiae.api.credential.wallet.WalletKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of offers by OpenID4VCI. Every statement but the look-ups, the nonces' and the job's runs for one holder. */
@RegisterConstructorMapper(OpenidOfferDao.LocatedRow.class)
@RegisterConstructorMapper(OpenidOfferDao.BadgeRow.class)
@RegisterConstructorMapper(OpenidOfferDao.MadeRow.class)
@RegisterConstructorMapper(OpenidOfferDao.CodeRow.class)
@RegisterConstructorMapper(OpenidOfferDao.GrantRow.class)
@RegisterConstructorMapper(OpenidOfferDao.TokenRow.class)
@RegisterConstructorMapper(OpenidOfferDao.ClaimRow.class)
@RegisterConstructorMapper(SignedForms.class)
public interface OpenidOfferDao {
    /** Whose offer a secret leads to. */
    record LocatedRow(UUID holderId, UUID offerId) {}

    /** A badge in force, and how many of its copies are in wallets. */
    record BadgeRow(UUID organisationId, int copies, boolean lapsed) {}

    /** An offer as its holder made it. */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes; never compared
    record MadeRow(
            UUID organisationId,
            String achievementName,
            String timeZone,
            OpenidWallet wallet,
            NameChoice nameChoice,
            boolean showsEvidence,
            String readDigest,
            byte @Nullable [] codesSealed,
            boolean taken,
            Instant expiresAt) {}

    /** An offer whose code leads to a token. */
    record CodeRow(UUID organisationId, UUID credentialId, OpenidWallet wallet, boolean hasTxCode) {}

    /** What one try of a code came to. */
    record GrantRow(boolean granted, int wrongCodes) {}

    /** An offer whose token is in force. */
    record TokenRow(
            UUID organisationId,
            UUID credentialId,
            OpenidWallet wallet,
            NameChoice nameChoice,
            boolean showsEvidence,
            String readDigest,
            boolean byIdentifier,
            Instant createdAt) {}

    /** An offer that is one key's. */
    record ClaimRow(@Nullable UUID editionId) {}

    @SqlQuery("SELECT organisation_name(:organisation)")
    Optional<String> organisationName(UUID organisation);

    /** Offers of one holder are made one after the other. */
    @SqlQuery("SELECT true FROM holder WHERE id = :holder AND erased_at IS NULL FOR NO KEY UPDATE")
    Optional<Boolean> lockSpace(UUID holder);

    @SqlQuery("SELECT count(*) FROM openid_offer WHERE holder_id = :holder AND created_at > :since")
    int madeSince(UUID holder, Instant since);

    @SqlQuery("""
            SELECT c.organisation_id,
                   (SELECT count(*) FROM credential copy
                    WHERE copy.award_id = c.award_id AND copy.wallet IS NOT NULL
                      AND (copy.state = 'ISSUED' OR (copy.state = 'PREPARED' AND copy.lease_until >= :now))
                      AND coalesce(copy.valid_until > :now, true))
                        AS copies,
                   coalesce(c.valid_until <= :now, false) AS lapsed
            FROM credential c
            WHERE c.id = :badge AND c.holder_id = :holder AND c.edition = 1 AND c.state = 'ISSUED'
            """)
    Optional<BadgeRow> badge(UUID badge, UUID holder, Instant now);

    @SqlUpdate("""
            INSERT INTO openid_offer
                (id, organisation_id, holder_id, credential_id, wallet, name_choice, shows_evidence, read_digest,
                 code_lookup, tx_code_lookup, codes_sealed, wrong_codes, by_identifier, created_at, expires_at)
            SELECT :id, c.organisation_id, c.holder_id, c.id, :wallet, :name, :evidence, :read, :code, :txCode, :sealed, 0,
                   false, :now, :expires
            FROM credential c
            WHERE c.id = :badge AND c.holder_id = :holder
            """)
    int insert(
            UUID id,
            UUID holder,
            UUID badge,
            OpenidWallet wallet,
            NameChoice name,
            boolean evidence,
            String read,
            byte[] code,
            byte @Nullable [] txCode,
            byte @Nullable [] sealed,
            Instant now,
            Instant expires);

    @SqlQuery("""
            SELECT o.organisation_id, c.achievement_name, organisation_zone(o.organisation_id) AS time_zone, o.wallet, o.name_choice,
                   o.shows_evidence, o.read_digest, o.codes_sealed, o.edition_id IS NOT NULL AS taken, o.expires_at
            FROM openid_offer o JOIN credential c ON c.id = o.credential_id
            WHERE o.id = :id AND o.credential_id = :badge AND o.holder_id = :holder AND o.tx_code_lookup IS NOT NULL
            """)
    Optional<MadeRow> made(UUID id, UUID badge, UUID holder);

    @SqlQuery("SELECT holder_id, offer_id FROM locate_openid_code(:lookup)")
    Optional<LocatedRow> locateCode(byte[] lookup);

    @SqlQuery("SELECT holder_id, offer_id FROM locate_openid_token(:lookup)")
    Optional<LocatedRow> locateToken(byte[] lookup);

    @SqlQuery("""
            SELECT organisation_id, credential_id, wallet, tx_code_lookup IS NOT NULL AS has_tx_code
            FROM openid_offer
            WHERE id = :id AND holder_id = :holder AND token_lookup IS NULL AND wrong_codes < :most AND expires_at > :now
            """)
    Optional<CodeRow> code(UUID id, UUID holder, int most, Instant now);

    /**
     * Grants the token, or counts a wrong transaction code: of two tries, on whichever nodes, one comes after the other. The
     * last wrong one and a right one take the codes off their page.
     */
    @SqlQuery("""
            UPDATE openid_offer
            SET token_lookup = CASE WHEN tx_code_lookup IS NOT DISTINCT FROM :txCode THEN :token END,
                token_until = CASE WHEN tx_code_lookup IS NOT DISTINCT FROM :txCode
                                   THEN CAST(:until AS timestamptz) END,
                by_identifier = :byIdentifier,
                wrong_codes = wrong_codes + CASE WHEN tx_code_lookup IS NOT DISTINCT FROM :txCode THEN 0 ELSE 1 END,
                codes_sealed = CASE WHEN tx_code_lookup IS DISTINCT FROM :txCode AND wrong_codes + 1 < :most
                                    THEN codes_sealed END
            WHERE id = :id AND holder_id = :holder AND token_lookup IS NULL AND wrong_codes < :most AND expires_at > :now
            RETURNING token_lookup IS NOT NULL AS granted, wrong_codes
            """)
    Optional<GrantRow> grant(
            UUID id,
            UUID holder,
            byte @Nullable [] txCode,
            byte[] token,
            Instant until,
            boolean byIdentifier,
            int most,
            Instant now);

    @SqlQuery("""
            SELECT organisation_id, credential_id, wallet, name_choice, shows_evidence, read_digest, by_identifier, created_at
            FROM openid_offer
            WHERE id = :id AND holder_id = :holder AND token_until > :now
            """)
    Optional<TokenRow> token(UUID id, UUID holder, Instant now);

    /** 0 for a nonce that a proof used before, on whichever node. */
    @SqlUpdate(
            "INSERT INTO spent_nonce (nonce_hash, created_at) VALUES (:nonce, :now) ON CONFLICT (nonce_hash) DO NOTHING")
    int spend(byte[] nonce, Instant now);

    @SqlUpdate("DELETE FROM spent_nonce WHERE created_at < :before")
    int forgetNonces(Instant before);

    /** Empty when the offer is another key's. */
    @SqlQuery("""
            UPDATE openid_offer SET wallet_key = :key
            WHERE id = :id AND holder_id = :holder AND (wallet_key IS NULL OR wallet_key = :key)
            RETURNING edition_id
            """)
    Optional<ClaimRow> claim(UUID id, UUID holder, String key);

    /**
     * Whether a copy of the same badge for the same key was withdrawn since the offer was made. The offer names its copy only
     * after it was signed: it may have been finished, and withdrawn, before.
     */
    @SqlQuery("""
            SELECT EXISTS (
                SELECT 1
                FROM openid_offer o
                JOIN credential badge ON badge.id = o.credential_id
                JOIN credential copy ON copy.award_id = badge.award_id
                WHERE o.id = :id AND o.holder_id = :holder
                  AND copy.holder_id = :holder AND copy.wallet = :wallet AND copy.wallet_key = :key
                  AND coalesce(copy.withdrawn_at, copy.revoked_at) >= o.created_at)
            """)
    boolean withdrawn(UUID id, UUID holder, WalletKind wallet, String key);

    @SqlUpdate("UPDATE openid_offer SET edition_id = :edition WHERE id = :id AND holder_id = :holder")
    int setEdition(UUID id, UUID holder, UUID edition);

    /** Both signed forms of a copy that is in force. */
    @SqlQuery("""
            SELECT d.document, d.jwt
            FROM credential c JOIN credential_document d ON d.credential_id = c.id
            WHERE c.id = :edition AND c.holder_id = :holder AND c.state = 'ISSUED' AND d.document IS NOT NULL
            """)
    Optional<SignedForms> signed(UUID edition, UUID holder);

    @SqlUpdate(
            "UPDATE openid_offer SET event = :event WHERE id = :id AND holder_id = :holder AND edition_id IS NOT NULL")
    int told(UUID id, UUID holder, OpenidEvent event);

    @SqlQuery("SELECT forget_openid_offers(:before)")
    long forget(Instant before);
}
