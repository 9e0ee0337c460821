package fr.badgesiae.api.wallet.offer;

import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.sign.SignedForms;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of offers to wallets. Every statement but the look-up and the job's runs for one holder. */
@RegisterConstructorMapper(WalletOfferDao.LocatedRow.class)
@RegisterConstructorMapper(WalletOfferDao.OfferRow.class)
@RegisterConstructorMapper(WalletOfferDao.BadgeRow.class)
@RegisterConstructorMapper(WalletOfferDao.OfferableRow.class)
@RegisterConstructorMapper(SignedForms.class)
public interface WalletOfferDao {
    /** Whose offer a secret leads to. */
    record LocatedRow(UUID holderId, UUID offerId) {}

    /** An offer that can be taken. */
    record OfferRow(
            UUID id,
            UUID credentialId,
            NameChoice nameChoice,
            boolean showsEvidence,
            String readDigest,
            String challenge,
            Instant createdAt,
            Instant expiresAt) {}

    /** A badge in force, and how many of its copies are in wallets. */
    record BadgeRow(int copies, boolean lapsed) {}

    /** A badge in force with what a copy can show; names null once the desk has erased its file. */
    record OfferableRow(
            String achievementName,
            String issuer,
            String timeZone,
            NameChoice nameChoice,
            boolean showsEvidence,
            @Nullable String firstName,
            @Nullable String lastName,
            String narrative,
            String evidence,
            int copies) {}

    @SqlQuery("""
            SELECT c.achievement_name, organisation_name(c.organisation_id) AS issuer,
                   organisation_zone(c.organisation_id) AS time_zone, c.name_choice, c.shows_evidence,
                   e.first_name, e.last_name, coalesce(e.narrative, '') AS narrative, coalesce(e.evidence, '') AS evidence,
                   (SELECT count(*) FROM credential copy
                    WHERE copy.award_id = c.award_id AND copy.wallet IS NOT NULL
                      AND (copy.state = 'ISSUED' OR (copy.state = 'PREPARED' AND copy.lease_until >= :now))
                      AND coalesce(copy.valid_until > :now, true))
                        AS copies
            FROM credential c
            LEFT JOIN edition_choices(:badge) e ON true
            WHERE c.id = :badge AND c.holder_id = :holder AND c.edition = 1 AND c.state = 'ISSUED'
              AND coalesce(c.valid_until > :now, true)
            """)
    Optional<OfferableRow> offerable(UUID badge, UUID holder, Instant now);

    /** Offers of one holder are made one after the other. */
    @SqlQuery("SELECT true FROM holder WHERE id = :holder AND erased_at IS NULL FOR NO KEY UPDATE")
    Optional<Boolean> lockSpace(UUID holder);

    @SqlQuery("SELECT count(*) FROM wallet_offer WHERE holder_id = :holder AND created_at > :since")
    int madeSince(UUID holder, Instant since);

    @SqlQuery("""
            SELECT (SELECT count(*) FROM credential copy
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
            INSERT INTO wallet_offer
                (id, organisation_id, holder_id, credential_id, kind, name_choice, shows_evidence, read_digest,
                 secret_lookup, challenge, created_at, expires_at)
            SELECT :id, c.organisation_id, c.holder_id, c.id, :kind, :name, :evidence, :read, :lookup, :challenge, :now, :expires
            FROM credential c
            WHERE c.id = :badge AND c.holder_id = :holder
            """)
    int insert(
            UUID id,
            UUID holder,
            UUID badge,
            WalletOfferKind kind,
            NameChoice name,
            boolean evidence,
            String read,
            byte[] lookup,
            String challenge,
            Instant now,
            Instant expires);

    @SqlQuery("SELECT holder_id, offer_id FROM locate_wallet_offer(:lookup)")
    Optional<LocatedRow> locate(byte[] lookup);

    @SqlQuery("""
            SELECT id, credential_id, name_choice, shows_evidence, read_digest, challenge, created_at, expires_at
            FROM wallet_offer
            WHERE id = :id AND holder_id = :holder AND kind = :kind AND spent_at IS NULL AND expires_at > :now
            """)
    Optional<OfferRow> open(UUID id, UUID holder, WalletOfferKind kind, Instant now);

    /** Of two wallets, on whichever nodes, one takes it. */
    @SqlUpdate("""
            UPDATE wallet_offer SET spent_at = :now
            WHERE id = :id AND holder_id = :holder AND spent_at IS NULL AND expires_at > :now
            """)
    int spend(UUID id, UUID holder, Instant now);

    /** Nothing was signed: it can be taken for what is left of its minutes. */
    @SqlUpdate("UPDATE wallet_offer SET spent_at = NULL WHERE id = :id AND holder_id = :holder AND edition_id IS NULL")
    int giveBack(UUID id, UUID holder);

    @SqlUpdate("UPDATE wallet_offer SET edition_id = :edition WHERE id = :id AND holder_id = :holder")
    int made(UUID id, UUID holder, UUID edition);

    @SqlQuery("""
            SELECT document, jwt FROM credential_document
            WHERE credential_id = :edition AND holder_id = :holder AND document IS NOT NULL
            """)
    Optional<SignedForms> signed(UUID edition, UUID holder);

    @SqlQuery("SELECT forget_wallet_offers(:before)")
    long forget(Instant before);
}
