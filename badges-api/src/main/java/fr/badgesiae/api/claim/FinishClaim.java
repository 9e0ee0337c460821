package fr.badgesiae.api.claim;

import fr.badgesiae.api.credential.FinishCredential;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;

/** Finishes a claim whose holder has a card: closes the slip, and signs the badge if it is not yet. */
public final class FinishClaim {
    private final Database database;
    private final Claims claims;
    private final FinishCredential finish;

    FinishClaim(Database database, Claims claims, FinishCredential finish) {
        this.database = database;
        this.claims = claims;
        this.finish = finish;
    }

    /**
     * Finishes it.
     *
     * @return whether the badge is released; false when it is still being made, or the holder has no card yet
     */
    public boolean apply(OrganisationId organisation, OfferId offer) {
        Progress progress = database.inOrganisation(organisation, handle -> {
            Progress now = claims.progress(handle, organisation, offer);
            if (now.step() == Progress.Step.DONE) {
                handle.attach(ClaimDao.class).closeSlip(offer.value(), organisation.value());
            }
            return now;
        });
        return progress.step() == Progress.Step.DONE
                && progress.credential()
                        .filter(credential -> finish.apply(organisation, credential))
                        .isPresent();
    }
}
