package fr.badgesiae.api.organisation.pause;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.problem.ProblemException;

/** A network ends the pause of one of its organisations. */
final class ResumeOrganisation {
    private final Platform platform;
    private final RecordPause record;

    ResumeOrganisation(Platform platform, RecordPause record) {
        this.platform = platform;
        this.record = record;
    }

    /** @throws ProblemException NOT_FOUND for another network's organisation, CONFLICT when not paused */
    void apply(OrganisationId network, AccountId by, OrganisationId organisation) {
        platform.database().inOrganisation(network, handle -> {
            int rows = handle.attach(PauseDao.class).resume(network.value(), organisation.value());
            record.record(handle, rows, network, Actor.account(by), organisation, PauseAudit.ORGANISATION_RESUMED);
            return true;
        });
    }
}
