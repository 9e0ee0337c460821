package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.List;

/** Revokes a released badge for a counsellor; the first reason stays. */
public final class RevokeAtDesk {
    private final Database database;
    private final Credentials credentials;
    private final RevokeCredential revoke;
    private final List<CredentialRevoked> listeners;

    /** @param listeners told in the same transaction */
    RevokeAtDesk(
            Database database, Credentials credentials, RevokeCredential revoke, List<CredentialRevoked> listeners) {
        this.database = database;
        this.credentials = credentials;
        this.revoke = revoke;
        this.listeners = listeners;
    }

    /**
     * @param note for the organisation only, at most 1,000 characters, or empty
     * @return false when the badge was revoked before
     * @throws ProblemException NOT_FOUND when the organisation released no such badge
     */
    public boolean apply(OrganisationId organisation, CredentialId id, PublicReason reason, String note, AccountId by) {
        return database.inOrganisation(organisation, handle -> {
            // A badge in preparation does not exist at the desk: not found rather than a conflict.
            if (credentials
                    .find(handle, organisation, id)
                    .filter(IssuedCredential::released)
                    .isEmpty()) {
                throw ProblemException.notFound();
            }
            boolean revoked = revoke.revoke(handle, organisation, id, reason, note, Actor.account(by));
            if (revoked) {
                listeners.forEach(listener -> listener.revoked(handle, id));
            }
            return revoked;
        });
    }
}
