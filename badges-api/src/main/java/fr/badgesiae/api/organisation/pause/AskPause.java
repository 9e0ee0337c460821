package fr.badgesiae.api.organisation.pause;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A network asks to pause one of its organisations. A second administrator confirms it; where there is only one, it takes
 * effect after a delay. The organisation reads it meanwhile. A paused organisation can neither offer nor award, and reports on
 * its badges name the day. Signed badges stay authentic.
 */
public final class AskPause {
    /** From the request of a network's only administrator to its effect. */
    static final Duration DELAY = Duration.ofHours(24);

    private final Platform platform;
    private final RecordPause record;

    AskPause(Platform platform, RecordPause record) {
        this.platform = platform;
        this.record = record;
    }

    /**
     * @param note what has to change, for the organisation to read; at most 500 characters, may be empty
     * @throws ProblemException NOT_FOUND for another network's organisation, CONFLICT when paused or asked for already
     */
    public void apply(
            OrganisationId network, AccountId by, OrganisationId organisation, PauseReason reason, String note) {
        // The precision of the database: a confirmation names this instant.
        Instant now = platform.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        platform.database().inOrganisation(network, handle -> {
            PauseDao dao = handle.attach(PauseDao.class);
            Instant due = dao.administrators(network.value()).size() > 1 ? null : now.plus(DELAY);
            int rows = dao.ask(network.value(), organisation.value(), now, by.value(), due, reason, note);
            record.record(handle, rows, network, Actor.account(by), organisation, PauseAudit.PAUSE_ASKED);
            return true;
        });
    }
}
