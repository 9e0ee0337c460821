package fr.badgesiae.api.claim;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;

/** Shows the progress of a claim after its answer. */
public final class ShowProgress {
    private final Database database;
    private final Claims claims;

    ShowProgress(Database database, Claims claims) {
        this.database = database;
        this.claims = claims;
    }

    /**
     * Its progress.
     *
     * @throws ProblemException NOT_FOUND
     */
    public Progress apply(OrganisationId organisation, OfferId offer) {
        return database.inOrganisation(organisation, handle -> claims.progress(handle, organisation, offer));
    }
}
