package fr.badgesiae.api.account.delegation;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Shows one delegation, to be printed. */
public final class ShowDelegation {
    private final Database database;

    public ShowDelegation(Database database) {
        this.database = database;
    }

    /** @throws ProblemException NOT_FOUND for one of another member or organisation */
    public Delegation apply(OrganisationId organisation, AccountId member, DelegationId id) {
        return database.inOrganisation(
                organisation,
                handle -> handle.attach(DelegationDao.class)
                        .find(organisation.value(), member.value(), id.value())
                        .orElseThrow(ProblemException::notFound));
    }
}
