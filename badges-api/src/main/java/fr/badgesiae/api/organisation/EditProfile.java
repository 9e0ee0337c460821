package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;

/** Changes what an organisation says of itself; kind, SIRET and legal name are not its own to change. */
public final class EditProfile {
    private final Platform platform;

    EditProfile(Platform platform) {
        this.platform = platform;
    }

    /**
     * Keeps the profile.
     *
     * @param revision the one that was read
     * @return false when somebody saved since: nothing was changed
     */
    boolean save(OrganisationId organisation, AccountId by, int revision, OrganisationForm form) {
        return platform.database().inOrganisation(organisation, handle -> {
            int rows = handle.attach(OrganisationDao.class)
                    .save(organisation.value(), revision, form, platform.clock().instant());
            if (rows != 1) {
                return false;
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
