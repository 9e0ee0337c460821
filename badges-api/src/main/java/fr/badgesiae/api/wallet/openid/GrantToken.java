package fr.badgesiae.api.wallet.openid;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.wallet.openid.document.WalletAudit;
import fr.badgesiae.api.wallet.openid.proof.OpenidError;
import fr.badgesiae.api.wallet.openid.proof.OpenidException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Grants an access token for a pre-authorized code, once on all nodes. Five wrong transaction codes end the offer. */
final class GrantToken {
    static final Duration LIFETIME = Duration.ofMinutes(5);
    static final int WRONG_CODES = 5;
    static final String TOKEN = "openid_offer.token";

    private final Database database;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    GrantToken(Database database, Vault vault, Ids ids, Clock clock, Audit audit) {
        this.database = database;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * A token.
     *
     * @param token 256 random bits, base64url; stored as a keyed hash alone
     * @param identified what the request asked for by {@code authorization_details}; empty when it did not
     */
    record Granted(String token, Optional<OpenidConfiguration> identified) {
        /** Nothing of it: it is secret. */
        @Override
        public String toString() {
            return "Granted[…]";
        }
    }

    /** @throws OpenidException {@code invalid_grant} for a code that is unknown, used or expired, or a wrong transaction code */
    Granted apply(TokenRequest request) {
        byte[] lookup = vault.lookup(OfferByOpenid.CODE, request.code());
        OpenidOfferDao.LocatedRow located = database.inPublic(
                        handle -> handle.attach(OpenidOfferDao.class).locateCode(lookup))
                .orElseThrow(GrantToken::unknown);
        String token = ids.token();
        Optional<OpenidOfferDao.GrantRow> grant =
                database.inHolder(new HolderId(located.holderId()), handle -> grant(handle, located, request, token));
        if (!grant.orElseThrow(GrantToken::unknown).granted()) {
            throw new OpenidException(OpenidError.INVALID_GRANT, "tx_code is wrong");
        }
        return new Granted(token, Optional.ofNullable(request.configuration()));
    }

    private Optional<OpenidOfferDao.GrantRow> grant(
            Handle handle, OpenidOfferDao.LocatedRow located, TokenRequest request, String token) {
        OpenidOfferDao dao = handle.attach(OpenidOfferDao.class);
        Instant now = clock.instant();
        OpenidOfferDao.CodeRow code = dao.code(located.offerId(), located.holderId(), WRONG_CODES, now)
                .orElseThrow(GrantToken::unknown);
        require(code, request);
        Optional<OpenidOfferDao.GrantRow> grant = dao.grant(
                located.offerId(),
                located.holderId(),
                OfferByOpenid.txCode(vault, located.offerId(), request.txCode()),
                vault.lookup(TOKEN, token),
                now.plus(LIFETIME),
                request.configuration() != null,
                WRONG_CODES,
                now);
        if (grant.filter(row -> row.wrongCodes() == WRONG_CODES).isPresent()) {
            OrganisationId organisation = new OrganisationId(code.organisationId());
            Database.alsoForOrganisation(handle, organisation);
            audit.record(
                    handle,
                    new AuditEvent(organisation, Actor.SYSTEM, WalletAudit.WALLET_CODES_GUESSED, code.credentialId()));
        }
        return grant;
    }

    private static void require(OpenidOfferDao.CodeRow code, TokenRequest request) {
        if (code.hasTxCode() && request.txCode() == null) {
            throw new OpenidException(OpenidError.INVALID_REQUEST, "tx_code is required");
        }
        if (!code.hasTxCode() && request.txCode() != null) {
            throw new OpenidException(OpenidError.INVALID_REQUEST, "tx_code is not expected");
        }
        if (request.configuration() != null
                && request.configuration() != code.wallet().configuration()) {
            throw TokenRequest.badDetails("credential_configuration_id is not that of the offer");
        }
    }

    private static OpenidException unknown() {
        return new OpenidException(OpenidError.INVALID_GRANT, "the code is unknown, used or expired");
    }
}
