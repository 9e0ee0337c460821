package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Changes what an organisation says of itself; kind, SIRET and legal name are not its own to change. */
public final class EditProfile {
    private final Platform platform;

    EditProfile(Platform platform) {
        this.platform = platform;
    }

    public void save(OrganisationId organisation, AccountId by, OrganisationForm form) {
        platform.database().inOrganisation(organisation, handle -> {
            int rows = handle.attach(OrganisationDao.class)
                    .save(organisation.value(), form, platform.clock().instant());
            if (rows != 1) {
                throw ProblemException.notFound();
            }
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    organisation,
                                    Actor.account(by),
                                    AuditCode.ORGANISATION_CHANGED,
                                    organisation.value()));
            return true;
        });
    }
}
