package fr.badgesiae.api.organisation.pause;

import fr.badgesiae.api.organisation.OrganisationAudit;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchTime;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.LocalDate;

/**
 * A network suspends one of its organisations. It can neither offer nor award, and reports on its badges name the day. Signed
 * badges stay authentic.
 */
final class PauseOrganisation {
    private final Platform platform;
    private final RecordPause record;

    PauseOrganisation(Platform platform, RecordPause record) {
        this.platform = platform;
        this.record = record;
    }

    /**
     * @param reason for the organisation to read, 1 to 500 characters
     * @throws ProblemException NOT_FOUND for another network's organisation, CONFLICT when paused already
     */
    void apply(OrganisationId network, AccountId by, OrganisationId organisation, String reason) {
        LocalDate today = FrenchTime.today(platform.clock());
        platform.database().inOrganisation(network, handle -> {
            int rows = handle.attach(PauseDao.class)
                    .pause(network.value(), organisation.value(), today, reason, by.value());
            record.record(handle, rows, network, by, organisation, OrganisationAudit.ORGANISATION_PAUSED);
            return true;
        });
    }
}
