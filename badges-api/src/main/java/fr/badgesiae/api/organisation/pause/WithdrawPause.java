package fr.badgesiae.api.organisation.pause;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Any administrator of the network withdraws a pause before it takes effect. */
final class WithdrawPause {
    private final Platform platform;
    private final RecordPause record;

    WithdrawPause(Platform platform, RecordPause record) {
        this.platform = platform;
        this.record = record;
    }

    /** @throws ProblemException NOT_FOUND for another network's organisation, CONFLICT when nothing was asked for */
    void apply(OrganisationId network, AccountId by, OrganisationId organisation) {
        platform.database().inOrganisation(network, handle -> {
            int rows = handle.attach(PauseDao.class).withdraw(network.value(), organisation.value());
            record.record(handle, rows, network, Actor.account(by), organisation, PauseAudit.PAUSE_WITHDRAWN);
            return true;
        });
    }
}
