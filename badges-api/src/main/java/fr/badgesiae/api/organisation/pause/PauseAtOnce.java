package fr.badgesiae.api.organisation.pause;

import fr.badgesiae.api.organisation.zone.Zones;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import java.time.LocalDate;

/** The operator pauses an organisation at once, without its network: the urgent way. */
public final class PauseAtOnce {
    private final Platform platform;

    PauseAtOnce(Platform platform) {
        this.platform = platform;
    }

    /**
     * @param note what has to change, for the organisation to read; at most 500 characters, may be empty
     * @return false where no membership is in force under that id
     */
    public boolean apply(OrganisationId organisation, PauseReason reason, String note) {
        return platform.database().inOrganisation(organisation, handle -> {
            LocalDate today = Zones.of(handle, organisation).today(platform.clock());
            if (handle.attach(PauseDao.class).pauseAtOnce(organisation.value(), today, reason, note) == 0) {
                return false;
            }
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    organisation,
                                    Actor.SYSTEM,
                                    PauseAudit.ORGANISATION_PAUSED_BY_OPERATOR,
                                    organisation.value()));
            return true;
        });
    }
}
