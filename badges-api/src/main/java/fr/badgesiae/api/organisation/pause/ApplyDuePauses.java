package fr.badgesiae.api.organisation.pause;

import fr.badgesiae.api.organisation.zone.Zones;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Makes due pauses effective. A request whose network has one administrator left gets its day: nobody could confirm it.
 * Running it twice, or on two nodes, is harmless.
 */
final class ApplyDuePauses {
    private static final int MOST = 500;

    private final Platform platform;
    private final RecordPause record;

    ApplyDuePauses(Platform platform, RecordPause record) {
        this.platform = platform;
        this.record = record;
    }

    /** @return how many took effect */
    int apply() {
        List<WaitingRow> waiting = platform.database()
                .inPublic(handle -> handle.attach(PauseDao.class).waiting(MOST));
        int effective = 0;
        for (WaitingRow row : waiting) {
            effective += apply(new OrganisationId(row.networkId()), new OrganisationId(row.organisationId()));
        }
        return effective;
    }

    private int apply(OrganisationId network, OrganisationId organisation) {
        Instant now = platform.clock().instant();
        return platform.database().inOrganisation(network, handle -> {
            PauseDao dao = handle.attach(PauseDao.class);
            if (dao.administrators(network.value()).size() < 2) {
                dao.setDue(network.value(), organisation.value(), now.plus(AskPause.DELAY));
            }
            LocalDate today = Zones.of(handle, organisation).day(now);
            int rows = dao.takeEffect(network.value(), organisation.value(), now, today);
            if (rows > 0) {
                record.record(handle, rows, network, Actor.SYSTEM, organisation, PauseAudit.ORGANISATION_PAUSED);
            }
            return rows;
        });
    }
}
