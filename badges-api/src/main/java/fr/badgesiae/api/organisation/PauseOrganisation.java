package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/**
 * A network stops and resumes answering for one of its organisations. Paused, it can neither offer nor award, and whoever
 * verifies one of its badges reads since when; what it signed stays authentic.
 */
public final class PauseOrganisation {
    private final Platform platform;

    PauseOrganisation(Platform platform) {
        this.platform = platform;
    }

    /**
     * @param reason for the organisation to read, 1 to 500 characters
     * @throws ProblemException NOT_FOUND for another network's organisation, CONFLICT where it is paused already
     */
    public void pause(OrganisationId network, AccountId by, OrganisationId organisation, String reason) {
        LocalDate today = LocalDate.ofInstant(platform.clock().instant(), CreateOrganisation.FRANCE);
        platform.database().inOrganisation(network, handle -> {
            int rows = handle.attach(OrganisationDao.class)
                    .pause(network.value(), organisation.value(), today, reason, by.value());
            return done(handle, rows, network, by, organisation, AuditCode.ORGANISATION_PAUSED);
        });
    }

    /**
     * @throws ProblemException NOT_FOUND for another network's organisation, CONFLICT where it is not paused
     */
    public void resume(OrganisationId network, AccountId by, OrganisationId organisation) {
        platform.database().inOrganisation(network, handle -> {
            int rows = handle.attach(OrganisationDao.class).resume(network.value(), organisation.value());
            return done(handle, rows, network, by, organisation, AuditCode.ORGANISATION_RESUMED);
        });
    }

    private boolean done(
            Handle handle,
            int rows,
            OrganisationId network,
            AccountId by,
            OrganisationId organisation,
            AuditCode code) {
        if (rows == 0) {
            throw handle.attach(OrganisationDao.class)
                    .ofNetwork(network.value(), organisation.value())
                    .map(there ->
                            new ProblemException(ProblemType.CONFLICT, "The organisation is in this state already."))
                    .orElseGet(ProblemException::notFound);
        }
        platform.audit().record(handle, new AuditEvent(organisation, Actor.account(by), code, organisation.value()));
        return true;
    }
}
