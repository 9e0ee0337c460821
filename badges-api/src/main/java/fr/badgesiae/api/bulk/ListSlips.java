package fr.badgesiae.api.bulk;

import fr.badgesiae.api.bulk.content.AwardRunId;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists the slips that can be printed now, by last name. */
public final class ListSlips {
    private final Database database;
    private final Organisations organisations;
    private final Clock clock;

    ListSlips(Platform platform, Organisations organisations) {
        this.database = platform.database();
        this.organisations = organisations;
        this.clock = platform.clock();
    }

    /**
     * A slip to choose.
     *
     * @param printed whether it was printed or shown before
     */
    public record Line(OfferId offer, String person, String badge, boolean printed, Instant since) {}

    /**
     * Slips to choose from.
     *
     * @param more whether there are others, which are not listed
     */
    public record Found(List<Line> lines, boolean more) {}

    /**
     * At most as many as are printed at once, those that were never printed before others: each print makes place for the next.
     *
     * @param run only those that this run offered and nobody printed yet; else all
     * @throws fr.badgesiae.api.platform.problem.ProblemException PAUSED while the organisation may not offer
     */
    public Found apply(OrganisationId organisation, Optional<AwardRunId> run) {
        List<SlipDao.LineRow> rows = database.inOrganisation(organisation, handle -> {
            organisations.requireNotPaused(handle, organisation);
            SlipDao dao = handle.attach(SlipDao.class);
            return run.isPresent()
                    ? dao.openOfRun(organisation.value(), run.get().value(), clock.instant(), PrintSlips.MOST)
                    : dao.open(organisation.value(), clock.instant(), PrintSlips.MOST);
        });
        boolean more = !rows.isEmpty() && rows.get(0).slips() > rows.size();
        return new Found(rows.stream().map(ListSlips::line).toList(), more);
    }

    private static Line line(SlipDao.LineRow row) {
        return new Line(
                new OfferId(row.id()),
                Person.fullName(row.firstName(), row.lastName()),
                row.badge(),
                row.prints() > 0,
                row.createdAt());
    }
}
