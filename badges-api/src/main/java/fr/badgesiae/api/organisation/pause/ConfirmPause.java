package fr.badgesiae.api.organisation.pause;

import fr.badgesiae.api.organisation.zone.Zones;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;

/** A second administrator of the network confirms a pause, which takes effect. */
public final class ConfirmPause {
    private final Platform platform;
    private final RecordPause record;

    ConfirmPause(Platform platform, RecordPause record) {
        this.platform = platform;
        this.record = record;
    }

    /**
     * @param asked when the request was made that the administrator read
     * @throws ProblemException NOT_FOUND for another network's organisation, CONFLICT for one's own request and for one that
     *     is no longer there
     */
    public void apply(OrganisationId network, AccountId by, OrganisationId organisation, Instant asked) {
        platform.database().inOrganisation(network, handle -> {
            LocalDate today = Zones.of(handle, organisation).today(platform.clock());
            int rows = handle.attach(PauseDao.class)
                    .confirm(network.value(), organisation.value(), asked, by.value(), today);
            record.record(handle, rows, network, Actor.account(by), organisation, PauseAudit.ORGANISATION_PAUSED);
            return true;
        });
    }
}
