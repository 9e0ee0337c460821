package fr.badgesiae.api.statuslist;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs lists again at half of their validity, one transaction a list. */
final class SignStatusListsJob implements Runnable {
    private static final Duration EARLY = SignStatusList.LIFE.dividedBy(2);
    private static final int BATCH = 100;
    private static final Logger LOG = LoggerFactory.getLogger(SignStatusListsJob.class);

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
        long signed;
        do {
            lapsing = database.inPublic(
                    handle -> handle.attach(StatusListDao.class).toSign(before, BATCH));
            signed = lapsing.stream().filter(row -> isSigned(row, before)).count();
        } while (lapsing.size() == BATCH && signed > 0);
    }

    /** A list whose key does not open stops no other. */
    private boolean isSigned(LapsingRow row, Instant before) {
        OrganisationId organisation = new OrganisationId(row.organisationId());
        try {
            database.inOrganisation(organisation, handle -> {
                sign.signIfLapsing(handle, organisation, row.listId(), before);
                return row;
            });
            return true;
        } catch (IllegalStateException e) {
            LOG.error("The status list {} is not signed again", row.listId(), e);
            return false;
        }
    }
}
