package fr.badgesiae.api.statuslist;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Signs lists again at half of their validity, one transaction a list. */
final class SignStatusListsJob implements Runnable {
    private static final Duration EARLY = SignStatusList.LIFE.dividedBy(2);
    private static final int BATCH = 100;

    private final Database database;
    private final Clock clock;
    private final SignStatusList sign;

    SignStatusListsJob(Database database, Clock clock, SignStatusList sign) {
        this.database = database;
        this.clock = clock;
        this.sign = sign;
    }

    @Override
    public void run() {
        Instant before = clock.instant().plus(EARLY);
        List<LapsingRow> lapsing;
        do {
            lapsing = database.inPublic(
                    handle -> handle.attach(StatusListDao.class).toSign(before, BATCH));
            lapsing.forEach(row -> sign(row, before));
        } while (lapsing.size() == BATCH);
    }

    private void sign(LapsingRow row, Instant before) {
        OrganisationId organisation = new OrganisationId(row.organisationId());
        database.inOrganisation(organisation, handle -> {
            sign.signIfLapsing(handle, organisation, row.listId(), before);
            return row;
        });
    }
}
