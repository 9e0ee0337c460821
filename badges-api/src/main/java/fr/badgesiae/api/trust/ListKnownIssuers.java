package fr.badgesiae.api.trust;

import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.organisation.VettedOrganisation;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.verifier.keys.VerificationKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the organisations that networks of this platform vouch for, a page at a time, and the keys of the signed list. */
final class ListKnownIssuers {
    private static final int PAGE = 50;

    private final Database database;
    private final Organisations organisations;
    private final SigningKeys keys;

    ListKnownIssuers(Database database, Organisations organisations, SigningKeys keys) {
        this.database = database;
        this.organisations = organisations;
        this.keys = keys;
    }

    /**
     * One page.
     *
     * @param more whether another page follows
     * @param keys public keys of the platform
     * @param expires end of validity of the signed list; empty before the first list
     */
    record Known(
            List<VettedOrganisation> issuers, boolean more, List<VerificationKey> keys, Optional<Instant> expires) {}

    /**
     * @param words words to search for, or empty
     * @param after the last organisation of the previous page, or null
     */
    Known apply(String words, @Nullable OrganisationId after) {
        return database.inPublic(handle -> {
            List<VettedOrganisation> found = organisations.vetted(handle, words, after, PAGE + 1);
            return new Known(
                    found.stream().limit(PAGE).toList(),
                    found.size() > PAGE,
                    keys.platformKeys(handle),
                    handle.attach(TrustListDao.class).expiry());
        });
    }
}
