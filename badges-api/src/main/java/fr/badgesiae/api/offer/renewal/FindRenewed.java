package fr.badgesiae.api.offer.renewal;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;

/** Reads a badge that a member wants to renew, with the words that were offered for it. */
public final class FindRenewed {
    private final Database database;
    private final Clock clock;

    public FindRenewed(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws ProblemException NOT_FOUND for a badge that is not in force */
    public Renewals.Renewed apply(OrganisationId organisation, CredentialId badge) {
        return database.inOrganisation(
                        organisation, handle -> Renewals.find(handle, organisation, badge, clock.instant()))
                .orElseThrow(ProblemException::notFound);
    }
}
