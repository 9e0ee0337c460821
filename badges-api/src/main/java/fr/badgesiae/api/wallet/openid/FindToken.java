package fr.badgesiae.api.wallet.openid;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.wallet.openid.proof.OpenidError;
import fr.badgesiae.api.wallet.openid.proof.OpenidException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Finds the offer behind an access token: the wallet has no session. */
final class FindToken {
    private final Database database;
    private final Vault vault;
    private final Clock clock;

    FindToken(Database database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * The offer.
     *
     * @param choice bound to no wallet yet
     * @param notification the id by which the wallet tells of the copy: a keyed hash of the offer's
     */
    record Found(
            UUID id,
            HolderId holder,
            OrganisationId organisation,
            CredentialId badge,
            OpenidWallet wallet,
            EditionChoice choice,
            boolean byIdentifier,
            String notification) {}

    /** @throws OpenidException {@code invalid_token} for a token that is unknown or has expired */
    Found apply(String token) {
        byte[] lookup = vault.lookup(GrantToken.TOKEN, token);
        return database.inPublic(handle -> handle.attach(OpenidOfferDao.class)
                        .locateToken(lookup)
                        .flatMap(located -> {
                            Database.alsoForHolder(handle, new HolderId(located.holderId()));
                            return found(handle, located);
                        }))
                .orElseThrow(() -> new OpenidException(OpenidError.INVALID_TOKEN, "the token is unknown or expired"));
    }

    private Optional<Found> found(Handle handle, OpenidOfferDao.LocatedRow located) {
        return handle.attach(OpenidOfferDao.class)
                .token(located.offerId(), located.holderId(), clock.instant())
                .map(row -> new Found(
                        located.offerId(),
                        new HolderId(located.holderId()),
                        new OrganisationId(row.organisationId()),
                        new CredentialId(row.credentialId()),
                        row.wallet(),
                        new EditionChoice(row.nameChoice(), row.showsEvidence(), row.readDigest())
                                .offered(row.createdAt()),
                        row.byIdentifier(),
                        notification(located.offerId())));
    }

    private String notification(UUID offer) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vault.lookup("openid_offer.notification", offer.toString()));
    }
}
