package fr.badgesiae.api.claim;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;

/** Finds the offer of a slip by its code. */
public final class FindSlip {
    private final Database database;
    private final Claims claims;

    FindSlip(Database database, Claims claims) {
        this.database = database;
        this.claims = claims;
    }

    /** The outcome of a code without a PIN: enough for the next step, nothing of the person or the badge. */
    public OpenClaim.Outcome apply(Code code) {
        Optional<ClaimDao.LocationRow> found = database.look(handle -> claims.locate(handle, code));
        if (found.isEmpty()) {
            return new OpenClaim.Unknown();
        }
        OrganisationId organisation = new OrganisationId(found.get().organisationId());
        return database.inOrganisation(
                organisation,
                handle -> claims.look(handle, organisation, found.get().offerId()));
    }
}
