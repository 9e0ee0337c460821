package fr.badgesiae.api.wallet.offer;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds the offer behind a secret, for a wallet: it has no session. */
public final class FindOffer {
    private final Database database;
    private final Vault vault;
    private final Clock clock;

    public FindOffer(Database database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** Empty for an unknown secret, an offer of another kind, one that was taken, and one that has expired. */
    public Optional<WalletOffer> apply(String secret, WalletOfferKind kind) {
        byte[] lookup = vault.lookup(OfferToWallet.LOOKUP, secret);
        return database.inPublic(handle ->
                handle.attach(WalletOfferDao.class).locate(lookup).flatMap(located -> open(handle, located, kind)));
    }

    private Optional<WalletOffer> open(Handle handle, WalletOfferDao.LocatedRow located, WalletOfferKind kind) {
        HolderId holder = new HolderId(located.holderId());
        Database.alsoForHolder(handle, holder);
        return handle.attach(WalletOfferDao.class)
                .open(located.offerId(), holder.value(), kind, clock.instant())
                .map(row -> new WalletOffer(
                        row.id(),
                        holder,
                        new CredentialId(row.credentialId()),
                        new EditionChoice(row.nameChoice(), row.showsEvidence(), row.readDigest())
                                .offered(row.createdAt()),
                        row.challenge(),
                        row.expiresAt()));
    }
}
